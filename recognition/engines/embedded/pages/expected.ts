import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { invert, project } from '../../../../miniprogram/image/homography'
import { middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { mapQuad, quadOf } from '../../../../miniprogram/image/quad'
import { reachOf } from '../license/blanks'
import { confidenceOf } from '../license/confidence'
import type { SheetReading } from '../license/extract'
import { isMasked } from '../license/masked'
import type { PlacedLabel } from '../license/place-labels'
import { readValue } from '../license/read-value'
import { trimmed } from '../license/trim'
import type { Models } from '../ocr/models'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import { readBoxes, type Row } from './read-boxes'

/** mm: how high a value is printed with what surrounds it. */
const HEIGHT = 5
/** mm: how far before the end of its label a value may begin, and before the edge of the page it ends. */
const BEFORE = 0.3
const EDGE = 1.5
/** What is less sure is not taken for a value: there may be none. */
const LEAST = 0.4

/** Where a value must stand: beside its label, as far as the next one in its row. mm of the page. */
function placeOf(label: PlacedLabel<Row>, { labels, shift }: SheetReading<Row>): Rect {
  const row = middleOf(label.rect).y + shift
  const left = label.rect.right - BEFORE
  const right = Math.max(left + HEIGHT, reachOf(label, labels, PAGE_MM.width - EDGE))
  return { left, right, top: row - HEIGHT / 2, bottom: row + HEIGHT / 2 }
}

/**
 * Reads once more where a label says that a value must stand and none was found: the detector passes over print that
 * touches its label, or takes two values for one line. Dashes are looked for otherwise.
 */
export async function readExpected(
  picture: Picture,
  view: View,
  sheet: SheetReading<Row>,
  models: Models,
): Promise<SheetReading<Row>> {
  const missing = sheet.labels.filter(({ field }) => !sheet.readings.has(field) && field.kind !== 'inspection')
  if (missing.length === 0) return sheet
  const toView = invert(sheet.toPage)
  const boxes = missing.map((label) => mapQuad(quadOf(placeOf(label, sheet)), (point) => project(toView, point)))
  const lines = await readBoxes(picture, view, boxes, models)
  const found = missing.flatMap(({ field }, i) => {
    const line = lines[i]
    const reading = line && readValue(field.kind, [trimmed(line)])
    const taken = reading && reading.text !== '--' && !isMasked(reading.text) && confidenceOf(reading) >= LEAST
    return taken ? [[field, reading] as const] : []
  })
  return { ...sheet, readings: new Map([...sheet.readings, ...found]) }
}
