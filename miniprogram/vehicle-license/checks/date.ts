import { text } from '../../strings/index'
import type { Check } from './check'

/** No older vehicle is on the road: what is read as 1918 was printed as 2018. */
const FIRST_YEAR = 1950

export const checkDate: Check = (value) => {
  const [year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)?.slice(1).map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) {
    return text(({ checks }) => checks.dateForm)
  }
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return text(({ checks }) => checks.noSuchDay)
  return year < FIRST_YEAR ? text(({ checks }) => checks.tooOld) : undefined
}

const MS_OF_DAY = 86_400_000

/** A license may be read west of where it was issued today: tomorrow is no future yet. */
export const latestDay = (today: Date): string => new Date(today.getTime() + MS_OF_DAY).toISOString().slice(0, 10)
