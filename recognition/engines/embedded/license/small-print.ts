import type { Rect } from '../pixels/geometry'
import type { Piece } from './parts'
import { median } from '../median'

const LETTERS = /^[\p{Script=Latin}\s.'’]+$/u
/** In heights of the Chinese labels: values are printed larger than those, the English under them smaller. */
const SMALL = 0.8

/** Whether a piece is what is left of an English label that was read in part: it is no value. */
export function isSmallPrint({ text, rect }: Piece, labels: readonly Rect[]): boolean {
  const labelHeight = median(labels.map(({ top, bottom }) => bottom - top)) ?? 0
  return LETTERS.test(text) && rect.bottom - rect.top < SMALL * labelHeight
}
