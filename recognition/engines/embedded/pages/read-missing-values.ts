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
import { readBoxes } from './read-boxes'
import type { Frame } from './state'

/** mm; line height of a value with its padding. */
const HEIGHT = 5
/** mm by which a value may overlap its label. */
const OVERLAP = 0.3
/** mm of margin at the right edge of the page. */
const MARGIN = 1.5
/** Below this a reading is dropped: there may be no value. */
const MIN_CONFIDENCE = 0.4

/** mm of the page; from a label to the next one in its row. */
function placeOf(label: PlacedLabel, { labels, shift }: SheetReading): Rect {
  const row = middleOf(label.rect).y + shift
  const left = label.rect.right - OVERLAP
  const right = Math.max(left + HEIGHT, reachOf(label, labels, PAGE_MM.width - MARGIN))
  return { left, right, top: row - HEIGHT / 2, bottom: row + HEIGHT / 2 }
}

/** Reads beside labels without a value: the detector misses print that touches its label and merges adjacent values. */
export async function readMissingValues({ picture, view, models }: Frame, sheet: SheetReading): Promise<SheetReading> {
  const missing = sheet.labels.filter(({ field }) => !sheet.readings.has(field) && field.kind !== 'inspection')
  if (missing.length === 0) return sheet
  const toView = invert(sheet.toPage)
  const boxes = missing.map((label) => mapQuad(quadOf(placeOf(label, sheet)), (point) => project(toView, point)))
  const lines = await readBoxes(picture, view, boxes, models)
  const found = missing.flatMap(({ field }, i) => {
    const line = lines[i]
    const reading = line && readValue(field.kind, [trimmed(line)])
    const taken = reading && reading.text !== '--' && !isMasked(reading.text) && confidenceOf(reading) >= MIN_CONFIDENCE
    return taken ? [[field, reading] as const] : []
  })
  return { ...sheet, readings: new Map([...sheet.readings, ...found]) }
}
