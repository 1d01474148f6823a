import { median } from '../../../../miniprogram/image/statistics'
import { middleOf, type Rect } from '../../../../miniprogram/image/rect'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import type { Piece } from './parts'
import type { PlacedPiece } from './pieces'
import type { PlacedLabel } from './place-labels'

const LETTERS = /^[\p{Script=Latin}\s.'’]+$/u
/** In heights of the Chinese labels: values are printed larger than those, the English under them smaller. */
const SMALL = 0.8

/** Whether a piece is what is left of an English label that was read in part: it is no value. */
export function isSmallPrint({ text, rect }: Piece, labels: readonly Rect[]): boolean {
  const labelHeight = median(labels.map(({ top, bottom }) => bottom - top)) ?? 0
  return LETTERS.test(text) && rect.bottom - rect.top < SMALL * labelHeight
}

/** mm: how far from the left edge of its Chinese label an English one begins, and how much lower it stands. */
const BEGINS = 2
const BELOW = { least: 1, most: 4.5 }

/** Whether a piece is what was made of the English label under a Chinese one: no value begins so far left. */
export function isUnder<F extends Field>({ text, rect }: PlacedPiece, label: PlacedLabel<F>): boolean {
  const lower = middleOf(rect).y - middleOf(label.rect).y
  const begins = Math.abs(rect.left - label.rect.left)
  return LETTERS.test(text) && begins < BEGINS && lower > BELOW.least && lower < BELOW.most
}
