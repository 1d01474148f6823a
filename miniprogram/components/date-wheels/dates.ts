import { dayOf } from '../../services/platform/clock'

/**
 * No older vehicle has a license of today's; an older date can be typed. A column with more years has too many nodes
 * for WeChat's experience score.
 */
export const FIRST_YEAR = 1970

/** What the columns say, and which item of each is chosen. */
export interface Wheels {
  readonly years: readonly string[]
  readonly months: readonly string[]
  readonly days: readonly string[]
  readonly at: readonly [year: number, month: number, day: number]
}

const two = (value: number): string => String(value).padStart(2, '0')

const upTo = (last: number): string[] => Array.from({ length: last }, (_, i) => two(i + 1))

/** How many days a month has; `month` 1..12. */
const daysOf = (year: number, month: number): number => new Date(year, month, 0).getDate()

const within = (value: number, first: number, last: number): number => Math.min(last, Math.max(first, value))

/** Wheels that stand at a date, `YYYY-MM-DD`, or at the nearest that they have; at today where it is no date. */
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

/** The date that wheels were turned to: the month's last day where it is shorter than the one before. */
export function dateAt([year = 0, month = 0, day = 0]: readonly number[]): string {
  const shownYear = FIRST_YEAR + year
  const last = daysOf(shownYear, month + 1)
  return [String(shownYear), two(month + 1), two(Math.min(day + 1, last))].join('-')
}
