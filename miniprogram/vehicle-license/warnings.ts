import type { Text } from './text'

/**
 * The closed list of what may be wrong with a picture that was read all the same, each with what a person can do
 * about it. In the order in which they are told: what costs most fields first.
 *
 * A picture without a license is no matter of a warning: it is refused, with the error `NOT_A_LICENSE`.
 */
export const WARNINGS = {
  UNENDED: {
    zh: '照片文件的结尾缺失，请核对最下面几行，或重拍。',
    en: 'The end of the picture’s file is missing: check the lowest lines, or take it again.',
  },
  BORDER_CUT: {
    zh: '行驶证没有拍全，请把整页放进画面重拍。',
    en: 'Part of the license is outside the picture: get the whole page in and take it again.',
  },
  TOO_SMALL: {
    zh: '行驶证在照片里太小，请靠近重拍。',
    en: 'The license is small in the picture: take it again from nearer.',
  },
  BLURRED: {
    zh: '照片有些模糊，请仔细核对，或拿稳、对焦后重拍。',
    en: 'The picture is blurred: check carefully, or hold still, focus and take it again.',
  },
  GLARE: {
    zh: '行驶证上有反光，请仔细核对，或换个角度重拍。',
    en: 'Light is reflected on the license: check carefully, or take it again from another angle.',
  },
  TOO_DARK: {
    zh: '照片太暗，请仔细核对，或到亮处重拍。',
    en: 'The picture is dark: check carefully, or take it again where it is brighter.',
  },
  SCREEN_RECAPTURE: {
    zh: '像是翻拍的屏幕，请仔细核对，或直接拍行驶证原件。',
    en: 'This looks like a photo of a screen: check carefully, or take one of the license itself.',
  },
  PHOTOCOPY: {
    zh: '像是复印件或黑白照片，请仔细核对，或直接拍行驶证原件。',
    en: 'This looks like a photocopy or a picture in gray: check carefully, or take one of the license itself.',
  },
} as const satisfies Record<string, Text>

export type WarningCode = keyof typeof WARNINGS

const CODES = Object.keys(WARNINGS) as readonly WarningCode[]

/** What of a list is known here, in the order in which it is told: a newer engine may have more to say. */
export const knownWarnings = (codes: readonly unknown[]): readonly WarningCode[] =>
  CODES.filter((code) => codes.includes(code))
