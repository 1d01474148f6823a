import { greedyDecode } from '../ocr/ctc'
import { contains, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import type { PlacedPiece } from './pieces'

/** A word, not dirt: so many letters and digits, each so sure. */
const LEAST = 2
const SURE = 0.7
const WORD = /[\p{Script=Han}A-Z\d]/giu
/** The number under the barcode is no field's. */
const BARCODE = /^\*?\s*(\d\s*){8,}\*?$/

/**
 * What was read on a page and went to no field, though it may be part of one.
 *
 * @param rest what belongs to no label
 * @param seal mm; where the seal stands, if the page has one
 */
export const unplacedOf = (rest: readonly PlacedPiece[], seal: Rect | undefined): PlacedPiece[] =>
  rest.filter(({ text, line, rect }) => {
    const glyphs = greedyDecode(line.steps)
    const sure = glyphs.reduce((sum, { probability }) => sum + probability, 0) / glyphs.length
    const isSealed = seal !== undefined && contains(seal, middleOf(rect))
    return (text.match(WORD)?.length ?? 0) >= LEAST && sure > SURE && !BARCODE.test(text) && !isSealed
  })

/** mm: how far from a value, across and down, what went to no field may still be a part of it. */
const ASIDE = 4
const BELOW = 5.5

/** Whether something that went to no field stands so near a value that it may be part of it. */
export const isBesideOne = (value: readonly { readonly rect: Rect }[], unplaced: readonly PlacedPiece[]): boolean =>
  unplaced.some(({ rect: other }) =>
    value.some(
      ({ rect }) =>
        other.left < rect.right + ASIDE &&
        rect.left < other.right + ASIDE &&
        Math.abs(middleOf(rect).y - middleOf(other).y) < BELOW,
    ),
  )
