import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import type { Field, LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../ocr/line'
import { type Rect, unionOf } from '../pixels/geometry'
import { assignValues } from './assign-values'
import { type Blank, blankOf } from './blanks'
import { assignPages, type Label, nearestPage } from './pages'
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
  readonly pages: ReadonlyMap<LicensePage, Rect>
  /** Labels beside which no text was found. */
  readonly blanks: readonly Blank<F>[]
}

/** Fewer labels than this make no license: receipts and other papers have dates and addresses too. */
const MIN_LABELS = 3

function labelsByPage<F extends Field>(labels: readonly Label<F>[]): Map<LicensePage, Rect> {
  const pages = new Map<LicensePage, Rect>()
  for (const { field, rect } of labels) {
    pages.set(field.page, unionOf([rect, pages.get(field.page) ?? rect]))
  }
  return pages
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
  const pitch = rowPitch(places)
  const { values, rest, shift } = assignValues(pieces, { labels, pitch })
  const readings = new Map<F, Reading>()
  for (const [field, found] of values) {
    const reading = readValue(field.kind, found)
    if (reading) readings.set(field, reading)
  }

  const forms = labelsByPage(labels)
  const sealed = fields.find(({ key }) => key === SEAL_KEY)
  const form = sealed && forms.get(sealed.page)
  const seal = form && readSeal(rest, form)
  if (sealed && seal && !readings.has(sealed)) readings.set(sealed, seal)

  const pages = new Map(forms)
  const around = (page: LicensePage | undefined, rect: Rect): void => {
    const known = page && pages.get(page)
    if (known) pages.set(page, unionOf([known, rect]))
  }
  for (const [field, found] of values) for (const { rect } of found) around(field.page, rect)
  for (const { rect } of titles) around(nearestPage(rect, forms), rect)

  const blanks = labels.filter(({ field }) => !values.has(field)).map((label) => blankOf(label, labels, shift))
  return { readings, pages, blanks }
}
