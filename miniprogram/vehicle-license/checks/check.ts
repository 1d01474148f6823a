import type { Text } from '../../strings/index'

/** Says what looks wrong with a value as printed, or nothing. An empty value is never wrong: it is missing. */
export type Check = (value: string) => Text | undefined

/** For values without a form of their own. */
export const checkText: Check = () => undefined

/** How the license prints a value that does not apply. */
const NOT_APPLICABLE = /^[-—]+$/

export const isApplicable = (value: string): boolean => !NOT_APPLICABLE.test(value)

/** A check of values that may also be printed as `--`. */
export const ifApplicable =
  (check: Check): Check =>
  (value) =>
    isApplicable(value) ? check(value) : undefined
