import { text } from '../../strings/index'
import type { Check } from './check'

/** No older vehicle is on the road: 1918 is a misread 2018. */
const MIN_YEAR = 1950

export const checkDate: Check = (value) => {
  const [year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)?.slice(1).map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) {
    return text(({ checks }) => checks.dateForm)
  }
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return text(({ checks }) => checks.noSuchDay)
  return year < MIN_YEAR ? text(({ checks }) => checks.tooOld) : undefined
}

const DAY_MS = 86_400_000

/** Tomorrow is allowed: the reader may be in a time zone west of the issuer. */
export const latestDay = (today: Date): string => new Date(today.getTime() + DAY_MS).toISOString().slice(0, 10)
