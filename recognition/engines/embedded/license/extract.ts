import { boundsOf, middleOf } from '../../../../miniprogram/image/rect'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../ocr/line'
import { assignValues } from './assign-values'
import { type Piece, pieceOf, splitLine } from './split-line'
import { isMasked } from './masked'
import { mayHoldOtherText } from './other-text'
import { placePieces } from './pieces'
import { hasGap, inReadingOrder, readValue, type Reading } from './read-value'
import { withoutRepeats } from './repeats'
import { readSeal, SEAL_KEY } from './seal'
import { type Sheet, sheetsOf, type Signs } from './sheets'
import { isSmallPrint } from './small-print'
import { mayMissLine } from './missing-line'
import { spellingsOf } from './spellings'
import { joinSpacedLabels } from './join-spaced-labels'
import { isTitle } from './title'
import { isBesideUnplaced, unplacedOf } from './unplaced'

/** The readings of one page. */
export interface SheetReading extends Sheet {
  readonly readings: ReadonlyMap<Field, Reading>
  /** mm; vertical offset of the values from their labels */
  readonly shift: number
  /** Pieces assigned to no field. */
  readonly unplaced: readonly Piece[]
}

/** In labels. */
const TITLE_WEIGHT = 2

/** Finds labels and titles in lines. */
export function findSigns(lines: readonly Line[], fields: readonly Field[]): Signs {
  const spellings = spellingsOf(fields)
  const titles = lines.filter((line) => isTitle(pieceOf(line).text))
  const others = lines.filter((line) => !titles.includes(line))
  const parts = joinSpacedLabels(others, spellings).map((line) => splitLine(line, spellings))
  return { labels: parts.flatMap((part) => part.labels), titles, pieces: parts.flatMap((part) => part.pieces) }
}

export const joinSigns = (a: Signs, b: Signs): Signs => ({
  labels: [...a.labels, ...b.labels],
  titles: [...a.titles, ...b.titles],
  pieces: [...a.pieces, ...b.pieces],
})

/** Score in labels. Values do not count: other papers have dates and addresses too. */
export const weigh = ({ labels, titles }: Signs): number => labels.length + TITLE_WEIGHT * titles.length

/** Punctuation alone is specks. */
const TEXT = /[\p{L}\p{N}\p{Pd}]/u
const isText = ({ text }: Piece): boolean => TEXT.test(text) && !isMasked(text)

/** Reads the fields of located pages. */
export function readSheets(
  sheets: readonly Sheet[],
  { labels, pieces }: Signs,
  fields: readonly Field[],
): SheetReading[] {
  const places = labels.map(({ box }) => boundsOf(box))
  const values = pieces.filter((piece) => isText(piece) && !isSmallPrint(piece, places))
  const placed = placePieces(values, sheets)
  return sheets.map((sheet, i) => {
    const { seal: place } = sheet.layout
    const sealed = place && fields.find((field) => field.key === SEAL_KEY && field.page === sheet.page)
    const assigned = assignValues(placed[i] ?? [], sheet.labels, sealed && place)
    const unplaced = unplacedOf(assigned.rest, place)
    const readings = new Map<Field, Reading>()
    for (const [field, own] of assigned.values) {
      const ordered = withoutRepeats(inReadingOrder(own))
      const reading = readValue(
        field.kind,
        ordered.map(({ line }) => line),
      )
      if (!reading) continue
      const label = sheet.labels.find((one) => one.field === field)
      const misses = label !== undefined && mayMissLine(field, ordered, middleOf(label.rect).y + assigned.shift)
      const crossed = ordered.some((piece) => piece.crossed)
      const gap =
        hasGap(ordered) || mayHoldOtherText(field, ordered) || crossed || misses || isBesideUnplaced(ordered, unplaced)
      readings.set(field, { ...reading, gap })
    }
    const seal = sealed && readSeal(assigned.rest, place)
    if (sealed && seal) readings.set(sealed, seal)
    return { ...sheet, readings, shift: assigned.shift, unplaced }
  })
}

/** Below this score the picture is no license. */
export const MIN_WEIGHT = 2

/**
 * Extracts fields from the lines of a picture.
 *
 * @throws RecognitionError `NOT_A_LICENSE`
 */
export function extract(lines: readonly Line[], fields: readonly Field[]): SheetReading[] {
  const signs = findSigns(lines, fields)
  const sheets = weigh(signs) < MIN_WEIGHT ? [] : sheetsOf(signs, fields)
  if (sheets.length === 0) throw new RecognitionError('NOT_A_LICENSE')
  return readSheets(sheets, signs, fields)
}
