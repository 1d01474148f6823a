import { type Strings, type Text, text } from '../strings/index'

/**
 * All warnings about pictures that were read nevertheless, each with what a person can do about it. Those that cost most
 * fields come first. A picture without a license is not a warning but the error `NOT_A_LICENSE`.
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

/** The known codes of a list, without duplicates, in the order above. Newer engines may send others. */
export const knownWarnings = (codes: readonly unknown[]): readonly WarningCode[] =>
  CODES.filter((code) => codes.includes(code))
