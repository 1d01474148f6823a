import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../ocr/line'
import { type Assignment, assignValues } from './assign-values'
import { type Blank, blankOf } from './blanks'
import { type Outlines, outlineLabels, outlinePages } from './outlines'
import { assignPages } from './pages'
import { pieceOf, takeApart } from './parts'
import { readValue, type Reading } from './read-value'
import { rowPitch } from './rows'
import { readSeal, SEAL_KEY } from './seal'
import { isSmallPrint } from './small-print'
import { spellingsOf } from './spellings'
import { isTitle } from './title'

export interface Extraction<F extends Field> {
  readonly readings: ReadonlyMap<F, Reading>
  /** Around the text of every page that was found, px of the upright picture. */
  readonly pages: Outlines
  /** Labels beside which no text was found. */
  readonly blanks: readonly Blank<F>[]
}

/** Fewer labels than this make no license: receipts and other papers have dates and addresses too. */
const MIN_LABELS = 3

/** What was read beside the labels and, where no label says it, in the seal. */
function readAll<F extends Field>(
  { values, rest }: Assignment<F>,
  fields: readonly F[],
  labels: Outlines,
): Map<F, Reading> {
  const readings = new Map<F, Reading>()
  for (const [field, pieces] of values) {
    const reading = readValue(field.kind, pieces)
    if (reading) readings.set(field, reading)
  }
  const sealed = fields.find((field) => field.key === SEAL_KEY && !readings.has(field))
  const form = sealed && labels.get(sealed.page)
  const seal = form && readSeal(rest, form)
  if (sealed && seal) readings.set(sealed, seal)
  return readings
}

/**
 * Reads the fields of a table from the lines of a picture, by their labels.
 *
 * @throws RecognitionError `NOT_A_LICENSE`
 */
export function extract<F extends Field>(lines: readonly Line[], fields: readonly F[]): Extraction<F> {
  const spellings = spellingsOf(fields)
  const titles = lines.map(pieceOf).filter(({ text }) => isTitle(text))
  const titleLines = new Set(titles.map(({ line }) => line))
  const parts = lines.filter((line) => !titleLines.has(line)).map((line) => takeApart(line, spellings))
  const labels = assignPages(parts.flatMap((part) => part.labels))
  if (labels.length < MIN_LABELS) throw new RecognitionError('NOT_A_LICENSE')

  const places = labels.map(({ rect }) => rect)
  const pieces = parts.flatMap((part) => part.pieces).filter((piece) => !isSmallPrint(piece, places))
  const assignment = assignValues(pieces, { labels, pitch: rowPitch(places) })
  const { values, shift } = assignment
  const outlines = outlineLabels(labels)
  return {
    readings: readAll(assignment, fields, outlines),
    pages: outlinePages(outlines, values, titles),
    blanks: labels.filter(({ field }) => !values.has(field)).map((label) => blankOf(label, labels, shift)),
  }
}
