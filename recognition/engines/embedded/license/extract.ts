import { boundsOf, middleOf } from '../../../../miniprogram/image/rect'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../ocr/line'
import { assignValues } from './assign-values'
import { type Piece, pieceOf, takeApart } from './parts'
import { isMasked } from './masked'
import { mayHoldAnother } from './one-text'
import { placePieces } from './pieces'
import { hasGap, inReadingOrder, readValue, type Reading } from './read-value'
import { withoutRepeats } from './repeats'
import { readSeal, SEAL_KEY } from './seal'
import { type Sheet, sheetsOf, type Signs } from './sheets'
import { isSmallPrint } from './small-print'
import { missesLine } from './misses-line'
import { spellingsOf } from './spellings'
import { joinSpread } from './spread'
import { isTitle } from './title'
import { isBesideOne, unplacedOf } from './unplaced'

/** What was read on one page. */
export interface SheetReading<F extends Field> extends Sheet<F> {
  readonly readings: ReadonlyMap<F, Reading>
  /** mm by which values stand lower than their labels */
  readonly shift: number
  /** What was read and went to no field. */
  readonly unplaced: readonly Piece[]
}

/** A title tells as much as so many labels. */
const TITLE_WEIGHT = 2

/** Looks for labels and titles in lines. */
export function findSigns<F extends Field>(lines: readonly Line[], fields: readonly F[]): Signs<F> {
  const spellings = spellingsOf(fields)
  const titles = lines.filter((line) => isTitle(pieceOf(line).text))
  const others = lines.filter((line) => !titles.includes(line))
  const parts = joinSpread(others, spellings).map((line) => takeApart(line, spellings))
  return { labels: parts.flatMap((part) => part.labels), titles, pieces: parts.flatMap((part) => part.pieces) }
}

export const joinSigns = <F extends Field>(a: Signs<F>, b: Signs<F>): Signs<F> => ({
  labels: [...a.labels, ...b.labels],
  titles: [...a.titles, ...b.titles],
  pieces: [...a.pieces, ...b.pieces],
})

/** How surely these are a license's, in labels: receipts and other papers have dates and addresses too. */
export const weigh = <F extends Field>({ labels, titles }: Signs<F>): number =>
  labels.length + TITLE_WEIGHT * titles.length

/** Points and the like alone are specks. */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{Pd}]/u
const saysSomething = ({ text }: Piece): boolean => SAYS_SOMETHING.test(text) && !isMasked(text)

/** Reads what stands on pages. */
export function readSheets<F extends Field>(
  sheets: readonly Sheet<F>[],
  { labels, pieces }: Signs<F>,
  fields: readonly F[],
): SheetReading<F>[] {
  const places = labels.map(({ box }) => boundsOf(box))
  const values = pieces.filter((piece) => saysSomething(piece) && !isSmallPrint(piece, places))
  const placed = placePieces(values, sheets)
  return sheets.map((sheet, i) => {
    const { seal: place } = sheet.layout
    const sealed = place && fields.find((field) => field.key === SEAL_KEY && field.page === sheet.page)
    const assigned = assignValues(placed[i] ?? [], sheet.labels, sealed && place)
    const unplaced = unplacedOf(assigned.rest, place)
    const readings = new Map<F, Reading>()
    for (const [field, own] of assigned.values) {
      const ordered = withoutRepeats(inReadingOrder(own))
      const reading = readValue(
        field.kind,
        ordered.map(({ line }) => line),
      )
      if (!reading) continue
      const label = sheet.labels.find((one) => one.field === field)
      const misses = label !== undefined && missesLine(field, ordered, middleOf(label.rect).y + assigned.shift)
      const crossed = ordered.some((piece) => piece.crossed)
      const gap =
        hasGap(ordered) || mayHoldAnother(field, ordered) || crossed || misses || isBesideOne(ordered, unplaced)
      readings.set(field, { ...reading, gap })
    }
    const seal = sealed && readSeal(assigned.rest, place)
    if (sealed && seal) readings.set(sealed, seal)
    return { ...sheet, readings, shift: assigned.shift, unplaced }
  })
}

/** Less than this makes no license. */
export const MIN_WEIGHT = 2

/**
 * Reads the fields of a table from the lines of a picture, by their labels.
 *
 * @throws RecognitionError `NOT_A_LICENSE`
 */
export function extract<F extends Field>(lines: readonly Line[], fields: readonly F[]): SheetReading<F>[] {
  const signs = findSigns(lines, fields)
  const sheets = weigh(signs) < MIN_WEIGHT ? [] : sheetsOf(signs, fields)
  if (sheets.length === 0) throw new RecognitionError('NOT_A_LICENSE')
  return readSheets(sheets, signs, fields)
}
