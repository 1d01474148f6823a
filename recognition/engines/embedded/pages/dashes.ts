import { concat, invert, project } from '../../../../miniprogram/image/homography'
import { middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { mapQuad, quadOf } from '../../../../miniprogram/image/quad'
import { blankOf, mayBeEmpty } from '../license/blanks'
import { type Dashes, findDashes } from '../license/dashes'
import type { SheetReading } from '../license/extract'
import { LABEL_HEIGHT } from '../license/layouts'
import { emptyReading, type Reading } from '../license/read-value'
import { darkness } from '../pixels/darkness'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import type { Row } from './read-boxes'

/** px a mm; enough to see a dash. */
const RESOLUTION = 10
/** mm: how far before the end of the box around a label dashes are looked for, first and at most. */
const BEGINS = [0.4, 2.6]

/** mm of the page; as high as a line of print, as the boxes of other values are. */
function lineAround({ around }: Dashes, place: Rect): Rect {
  const middle = place.top + middleOf(around).y / RESOLUTION
  return {
    left: place.left + around.left / RESOLUTION,
    right: place.left + around.right / RESOLUTION,
    top: middle - LABEL_HEIGHT / 2,
    bottom: middle + LABEL_HEIGHT / 2,
  }
}

/** Looks again where nothing was found: the detector passes over the two short dashes of an empty value. */
export function readDashes(picture: Picture, view: View, sheet: SheetReading<Row>): SheetReading<Row> {
  const toView = invert(sheet.toPage)
  const toPicture = concat(view.toPicture, toView)
  const readings = new Map<Row, Reading>()
  for (const label of sheet.labels) {
    if (sheet.readings.has(label.field) || !mayBeEmpty(label.field)) continue
    for (const before of BEGINS) {
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
