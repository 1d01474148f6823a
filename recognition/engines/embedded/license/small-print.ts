import { median } from '../../../../miniprogram/image/statistics'
import { middleOf, type Rect } from '../../../../miniprogram/image/rect'
import type { Piece } from './split-line'
import type { PlacedPiece } from './pieces'
import type { PlacedLabel } from './place-labels'

const LETTERS = /^[\p{Script=Latin}\s.'’]+$/u
/** In heights of the Chinese labels; the English under them is smaller, values are larger. */
const SMALL = 0.8

/** Whether a piece is the remainder of an English label. */
export function isSmallPrint({ text, rect }: Piece, labels: readonly Rect[]): boolean {
  const labelHeight = median(labels.map(({ top, bottom }) => bottom - top)) ?? 0
  return LETTERS.test(text) && rect.bottom - rect.top < SMALL * labelHeight
}

/** mm between the left edges of a Chinese label and the English one below. */
const MAX_INDENT = 2
/** mm between their middles. */
const BELOW = { min: 1, max: 4.5 }

/** Whether a piece is the English label under a Chinese one, misread. */
export function isUnder({ text, rect }: PlacedPiece, label: PlacedLabel): boolean {
  const lower = middleOf(rect).y - middleOf(label.rect).y
  const begins = Math.abs(rect.left - label.rect.left)
  return LETTERS.test(text) && begins < MAX_INDENT && lower > BELOW.min && lower < BELOW.max
}
