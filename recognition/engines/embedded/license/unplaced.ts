import { greedyDecode } from '../ocr/ctc'
import { contains, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import type { PlacedPiece } from './pieces'

/** Letters and digits that make a word. */
const MIN_LENGTH = 2
/** Mean probability; less is noise. */
const MIN_PROBABILITY = 0.7
const WORD = /[\p{Script=Han}A-Z\d]/giu
/** The number under the barcode. */
const BARCODE = /^\*?\s*(\d\s*){8,}\*?$/

/**
 * Words that may be part of a value but have no label.
 *
 * @param seal mm; bounding box of the seal, if the page has one
 */
export const unplacedOf = (rest: readonly PlacedPiece[], seal: Rect | undefined): PlacedPiece[] =>
  rest.filter(({ text, line, rect }) => {
    const glyphs = greedyDecode(line.steps)
    const sure = glyphs.reduce((sum, { probability }) => sum + probability, 0) / glyphs.length
    const isSealed = seal !== undefined && contains(seal, middleOf(rect))
    return (text.match(WORD)?.length ?? 0) >= MIN_LENGTH && sure > MIN_PROBABILITY && !BARCODE.test(text) && !isSealed
  })

/** mm; horizontal gap to a value that a piece may be part of. */
const MAX_GAP = 4
/** mm; vertical distance to it. */
const BELOW = 5.5

/** Whether an unplaced piece may be part of a value. */
export const isBesideUnplaced = (
  value: readonly { readonly rect: Rect }[],
  unplaced: readonly PlacedPiece[],
): boolean =>
  unplaced.some(({ rect: other }) =>
    value.some(
      ({ rect }) =>
        other.left < rect.right + MAX_GAP &&
        rect.left < other.right + MAX_GAP &&
        Math.abs(middleOf(rect).y - middleOf(other).y) < BELOW,
    ),
  )
