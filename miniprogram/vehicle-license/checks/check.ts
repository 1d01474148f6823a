import type { Text } from '../../strings/index'

/** The problem of a value, if any. Not called for empty values. */
export type Check = (value: string) => Text | undefined

/** Free text is always valid. */
export const checkText: Check = () => undefined

/** `--` on the license. */
const NOT_APPLICABLE = /^[-—]+$/

export const isApplicable = (value: string): boolean => !NOT_APPLICABLE.test(value)

/** Accepts `--` as well. */
export const ifApplicable =
  (check: Check): Check =>
  (value) =>
    isApplicable(value) ? check(value) : undefined
