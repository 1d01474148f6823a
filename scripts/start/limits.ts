const PLENTY = '100000'

/** The back ends' limits where somebody tries things out: nobody is to run into them, unless they are what is tried. */
export const GENEROUS_LIMITS: Readonly<Record<string, string>> = {
  DAILY_LIMIT: PLENTY,
  PERSON_DAILY_LIMIT: PLENTY,
  PERSON_MINUTE_LIMIT: PLENTY,
}
