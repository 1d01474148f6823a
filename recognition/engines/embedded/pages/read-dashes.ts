import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { concat, invert, project } from '../../../../miniprogram/image/homography'
import { middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { mapQuad, quadOf } from '../../../../miniprogram/image/quad'
import { blankOf, mayBeEmpty } from '../license/blanks'
import { type Dashes, findDashes } from '../license/dashes'
import type { SheetReading } from '../license/extract'
import { LABEL_HEIGHT } from '../license/layouts'
import { emptyReading, type Reading } from '../license/read-value'
import { darkness } from '../pixels/darkness'
import type { Frame } from './state'

/** px per mm; enough to resolve a dash. */
const RESOLUTION = 10
/** mm before the right edge of the label box where the search starts, tried in order. */
const STARTS = [0.4, 2.6]

/** mm of the page; one line high, like the boxes of other values. */
function lineAround({ around }: Dashes, place: Rect): Rect {
  const middle = place.top + middleOf(around).y / RESOLUTION
  return {
    left: place.left + around.left / RESOLUTION,
    right: place.left + around.right / RESOLUTION,
    top: middle - LABEL_HEIGHT / 2,
    bottom: middle + LABEL_HEIGHT / 2,
  }
}

/** Finds the two short dashes of an empty value, which the detector misses. */
export function readDashes({ picture, view }: Frame, sheet: SheetReading): SheetReading {
  const toView = invert(sheet.toPage)
  const toPicture = concat(view.toPicture, toView)
  const readings = new Map<Field, Reading>()
  for (const label of sheet.labels) {
    if (sheet.readings.has(label.field) || !mayBeEmpty(label.field)) continue
    for (const before of STARTS) {
      const { field, place, label: word } = blankOf(label, sheet.labels, sheet.shift, before)
      const map = darkness(picture, place, word, toPicture, RESOLUTION)
      const dashes = map && findDashes(map, LABEL_HEIGHT * RESOLUTION)
      if (!dashes) continue
      const box = mapQuad(quadOf(lineAround(dashes, place)), (point) => project(toView, point))
      readings.set(field, emptyReading(dashes.darkness, box))
      break
    }
  }
  return { ...sheet, readings: new Map([...sheet.readings, ...readings]) }
}
