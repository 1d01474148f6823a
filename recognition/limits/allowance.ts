import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { Quota } from '../../miniprogram/vehicle-license/recognition'
import type { Counters } from './counters'
import { shanghaiDay } from './shanghai-day'

export interface Limits {
  /** Calls of WeChat's OCR a day, for all together. */
  readonly perDay: number
  /** Calls a day for one person. */
  readonly perPersonAndDay: number
  /** Requests a minute of one person, whatever becomes of them. */
  readonly perPersonAndMinute: number
}

/** 100 a day are what WeChat gives for free. */
export const USUAL_LIMITS: Limits = { perDay: 100, perPersonAndDay: 20, perPersonAndMinute: 10 }

const MINUTE_MS = 60_000
/** Counts of a day outlive it by some hours, in case clocks differ. */
const DAY_TTL_MS = 30 * 60 * MINUTE_MS

/** One call, taken from the quota. */
export interface Charge {
  readonly quota: Quota
  /** For a call that never reached WeChat. */
  giveBack(): Promise<void>
  /**
   * WeChat says that the calls of the day are used up, whatever was counted here: of the day on which this one was
   * counted, though the answer may come after midnight.
   */
  closeDay(): Promise<void>
}

/** What WeChat's calls are taken from. */
export interface Meter {
  /** @throws RecognitionError `QUOTA_EXHAUSTED` */
  take(): Promise<Charge>
}

export interface Allowance {
  /** @throws RecognitionError `RATE_LIMITED` for too many requests within a minute */
  admit(person: string): Promise<void>
  /** `person` is left out where one caller speaks for many, as another server does. */
  meter(person?: string): Meter
  /** What the reply says where no call is left. */
  readonly exhausted: Quota
}

/** Who may ask how often: the rules over the counters. */
export function createAllowance(counters: Counters, limits: Limits, now: () => number = Date.now): Allowance {
  const { perDay, perPersonAndDay, perPersonAndMinute } = limits
  const dayKey = (): string => `day:${shanghaiDay(now())}`

  function meter(person?: string): Meter {
    const shares = (day: string) => [
      { key: day, limit: perDay },
      ...(person === undefined ? [] : [{ key: `${day}:${person}`, limit: perPersonAndDay }]),
    ]

    async function take(): Promise<Charge> {
      const counted = dayKey()
      const wanted = shares(counted)
      const taken = await Promise.allSettled(wanted.map(({ key, limit }) => counters.take(key, limit, DAY_TTL_MS)))
      const used = taken.map((one) => (one.status === 'fulfilled' ? one.value : undefined))
      const giveBack = async (): Promise<void> => {
        const taken = wanted.filter((_, i) => used[i] !== undefined)
        await Promise.all(taken.map(({ key }) => counters.giveBack(key)))
      }
      if (used.includes(undefined)) {
        await giveBack()
        const failed = taken.find((one) => one.status === 'rejected')
        throw failed?.reason ?? new RecognitionError('QUOTA_EXHAUSTED')
      }
      const [day, own] = used
      const person = own === undefined ? {} : { person: { used: own, limit: perPersonAndDay } }
      const closeDay = (): Promise<void> => counters.raise(counted, perDay, DAY_TTL_MS)
      return { quota: { used: day ?? 0, limit: perDay, ...person }, giveBack, closeDay }
    }

    return { take }
  }

  return {
    async admit(person) {
      const minute = Math.floor(now() / MINUTE_MS)
      const used = await counters.take(`minute:${minute}:${person}`, perPersonAndMinute, 2 * MINUTE_MS)
      if (used === undefined) throw new RecognitionError('RATE_LIMITED')
    },
    meter,
    exhausted: { used: perDay, limit: perDay },
  }
}
