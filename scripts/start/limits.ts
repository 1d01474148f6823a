const PLENTY = '100000'

/** Limits that nobody reaches while trying things out. */
export const GENEROUS_LIMITS: Readonly<Record<string, string>> = {
  DAILY_LIMIT: PLENTY,
  PERSON_DAILY_LIMIT: PLENTY,
  PERSON_MINUTE_LIMIT: PLENTY,
}
