import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { Quota } from '../../miniprogram/vehicle-license/recognition'
import type { Counters } from './counters'
import { shanghaiDay } from './shanghai-day'

export interface Limits {
  /** Calls of WeChat's OCR a day, for everyone together. */
  readonly perDay: number
  /** Calls a day for one person. */
  readonly perPersonAndDay: number
  /** Requests a minute of one person, failed ones included. */
  readonly perPersonAndMinute: number
}

/** WeChat's free quota is 100 a day. */
export const DEFAULT_LIMITS: Limits = { perDay: 100, perPersonAndDay: 20, perPersonAndMinute: 10 }

const MINUTE_MS = 60_000
/** ms; a day's counts outlive it by 6 hours, in case clocks differ */
const DAY_TTL_MS = 30 * 60 * MINUTE_MS

/** One call charged to the quota. */
export interface Charge {
  readonly quota: Quota
  /** Refunds a call that never reached WeChat. */
  giveBack(): Promise<void>
  /**
   * Uses up the quota because WeChat reports it as used up: of the day that this call was charged to, even if the reply
   * came after midnight.
   */
  closeDay(): Promise<void>
}

/** Charges calls of WeChat's OCR. */
export interface Meter {
  /** @throws RecognitionError `QUOTA_EXHAUSTED` */
  take(): Promise<Charge>
}

export interface Allowance {
  /** @throws RecognitionError `RATE_LIMITED` after too many requests within a minute */
  admit(person: string): Promise<void>
  /** Without a person only the limit per day applies: API clients act for many persons. */
  meter(person?: string): Meter
  /** The quota of a day without calls left. */
  readonly exhausted: Quota
}

/** Enforces the limits on shared counters. */
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
