import { PAGE_MM } from '../../../../../miniprogram/vehicle-license/page-size'
import { concat, shift } from '../../../../../miniprogram/image/homography'
import { boundsOf, type Rect } from '../../../../../miniprogram/image/rect'
import { median } from '../../../../../miniprogram/image/statistics'
import type { Field } from '../../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../../ocr/line'
import { type Blank, mayBeEmpty } from '../blanks'
import type { SheetReading } from '../extract'
import { LIST } from '../layouts'
import { isMasked } from '../masked'
import { mayHoldOtherText } from '../other-text'
import type { Piece } from '../split-line'
import { isAslant } from '../pieces'
import { inReadingOrder, readValue, type Reading } from '../read-value'
import { withoutRepeats } from '../repeats'
import { readAuthority, SEAL_KEY } from '../seal'
import type { Signs } from '../sheets'
import { centered } from './centered'
import { type Entry, entryOf, isBeside, othersOf, withoutDistant } from './entries'
import { heightOf, labelsOf, rectOf } from './labels'

export { isColumn, mayBeList, hasListOnlyLabel } from './labels'

export interface ListReading {
  readonly sheet: SheetReading
  /** Labels without a value: there may be dashes. */
  readonly blanks: readonly Blank[]
  /** px of the view; about the print height of labels */
  readonly unit: number
}

/** Share of a label box that its characters fill. */
const PRINTED = 0.6
/** In label heights: search area below a label. */
const VALUE = { before: 0.2, width: 5, top: 0.1, height: 1.4 }

/** Search area of a value, up to the right edge of the list if values are beside their labels. */
function placeOf({ left, right, top, bottom }: Rect, beside: boolean, edge: number, unit: number): Rect {
  const { before, width, height } = VALUE
  return beside
    ? { left: right, right: Math.max(edge, right + unit), top, bottom }
    : {
        left: left - before * unit,
        right: left + width * unit,
        top: bottom - VALUE.top * unit,
        bottom: bottom + height * unit,
      }
}

/** Reads the authority, dropping trailing lines: a heading may follow. */
function readListedAuthority(lines: readonly Line[]): Reading | undefined {
  const fewer = lines.map((_, i) => lines.slice(0, lines.length - i))
  return fewer.map(readAuthority).find((reading) => reading !== undefined)
}

/** Reads the fields of a license from a list of labels and values. */
export function readList(signs: Signs): ListReading {
  const { labels } = signs
  const pieces = signs.pieces.filter(({ text, line }) => !isMasked(text) && !isAslant(text, line.box))
  const own = Array.from(labelsOf(labels), ([field, label]): Entry => ({ field, rect: rectOf(label) }))
  const labelRects = own.map(({ rect }) => rect)
  const unit = median(labelRects.map(heightOf)) ?? 1
  const others = othersOf(own, pieces, unit)
  const entries = [...own, ...others.map(({ rect }): Entry => ({ field: undefined, rect }))]
  const values = new Map<Entry, Piece[]>()
  const free = pieces.filter((one) => !others.includes(one))
  const inMiddle = centered(free, entries, unit)
  for (const piece of inReadingOrder(free)) {
    const entry = inMiddle.get(piece) ?? entryOf(piece, entries, values, unit)
    if (entry) values.set(entry, [...(values.get(entry) ?? []), piece])
  }
  const readings = new Map<Field, Reading>()
  for (const [{ field }, ordered] of values) {
    const own = withoutRepeats(withoutDistant(inReadingOrder(ordered), unit))
    const lines = own.map(({ line }) => line)
    const reading = field && (field.key === SEAL_KEY ? readListedAuthority(lines) : readValue(field.kind, lines))
    if (field && reading) readings.set(field, { ...reading, gap: mayHoldOtherText(field, own) })
  }
  const { left, top, right, bottom } = boundsOf(
    [...entries.map(({ rect }) => rect), ...[...values.values()].flat().map(({ rect }) => rect)].flatMap((rect) => [
      { x: rect.left, y: rect.top },
      { x: rect.right, y: rect.bottom },
    ]),
  )
  const [across, down] = [PAGE_MM.width / (right - left), PAGE_MM.height / (bottom - top)]
  const toPage = concat([across, 0, 0, 0, down, 0, 0, 0, 1], shift(-left, -top))
  const beside = isBeside(labelRects, pieces, unit)
  const blanks = own.flatMap(({ field, rect }): Blank[] =>
    !field || readings.has(field) || !mayBeEmpty(field)
      ? []
      : [{ field, label: rect, place: placeOf(rect, beside, right, unit) }],
  )
  const sheet = { page: LIST.page, layout: LIST, toPage, labels: [], sure: true, readings, shift: 0, unplaced: [] }
  return { sheet, blanks, unit: PRINTED * unit }
}
