import { dayOf, twoDigits } from '../../services/platform/clock'

/**
 * Older dates can be typed: more years would have too many nodes for WeChat's audit.
 */
export const FIRST_YEAR = 1970

/** Items of the columns, and the selected one of each. */
interface Wheels {
  readonly years: readonly string[]
  readonly months: readonly string[]
  readonly days: readonly string[]
  readonly at: readonly [year: number, month: number, day: number]
}

const upTo = (last: number): string[] => Array.from({ length: last }, (_, i) => twoDigits(i + 1))

/** @param month 1..12 */
const daysOf = (year: number, month: number): number => new Date(year, month, 0).getDate()

const within = (value: number, first: number, last: number): number => Math.min(last, Math.max(first, value))

/** @param date `YYYY-MM-DD`, or the nearest on the wheels; anything else selects today */
export function wheelsAt(date: string, now: number): Wheels {
  const lastYear = new Date(now).getFullYear()
  const [, ...parts] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? /^(\d+)-(\d+)-(\d+)$/.exec(dayOf(now)) ?? []
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  const shownYear = within(year, FIRST_YEAR, lastYear)
  const shownMonth = within(month, 1, 12)
  const days = upTo(daysOf(shownYear, shownMonth))
  return {
    years: Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, i) => String(FIRST_YEAR + i)),
    months: upTo(12),
    days,
    at: [shownYear - FIRST_YEAR, shownMonth - 1, within(day, 1, days.length) - 1],
  }
}

/** Clamps the day to the length of the month. */
export function dateAt([year = 0, month = 0, day = 0]: readonly number[]): string {
  const shownYear = FIRST_YEAR + year
  const last = daysOf(shownYear, month + 1)
  return [String(shownYear), twoDigits(month + 1), twoDigits(Math.min(day + 1, last))].join('-')
}
