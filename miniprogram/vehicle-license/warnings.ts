import { type Strings, type Text, text } from '../strings/index'

/**
 * The closed list of what may be wrong with a picture that was read all the same, each with what a person can do
 * about it. In the order in which they are told: what costs most fields first.
 *
 * A picture without a license is no matter of a warning: it is refused, with the error `NOT_A_LICENSE`.
 */
export const WARNINGS = {
  UNENDED: text(({ warnings }) => warnings.UNENDED),
  BORDER_CUT: text(({ warnings }) => warnings.BORDER_CUT),
  TOO_SMALL: text(({ warnings }) => warnings.TOO_SMALL),
  BLURRED: text(({ warnings }) => warnings.BLURRED),
  GLARE: text(({ warnings }) => warnings.GLARE),
  TOO_DARK: text(({ warnings }) => warnings.TOO_DARK),
  SCREEN_RECAPTURE: text(({ warnings }) => warnings.SCREEN_RECAPTURE),
  PHOTOCOPY: text(({ warnings }) => warnings.PHOTOCOPY),
} as const satisfies Record<keyof Strings['warnings'], Text>

export type WarningCode = keyof typeof WARNINGS

const CODES = Object.keys(WARNINGS) as readonly WarningCode[]

/** What of a list is known here, in the order in which it is told: a newer engine may have more to say. */
export const knownWarnings = (codes: readonly unknown[]): readonly WarningCode[] =>
  CODES.filter((code) => codes.includes(code))
