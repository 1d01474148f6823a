import { rectify } from '../view/rectify'
import { mainLines } from '../view/text-lines'
import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { concat, type Homography, invert, project } from '../../../../miniprogram/image/homography'
import { distance } from '../../../../miniprogram/image/point'
import { centerOf, mapQuad, type Quad, quadOf } from '../../../../miniprogram/image/quad'
import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { findSigns } from '../license/extract'
import { type Sheet, sheetsOf } from '../license/sheets'
import type { Models } from '../ocr/models'
import type { Picture } from '../pixels/picture'
import { rectifiedView, type View } from '../view/view'
import type { ReadPage } from './state'
import { type Pass, readPlaced } from './passes'
import { MAX_LINES, readBoxes } from './read-boxes'

/** mm of margin around a page in which its print may stand. */
const MARGIN = 4
/** Degrees; a page rotated further gets a close-up. */
const MAX_ROTATION = 5
/** px per mm; a page at a lower resolution gets a close-up. */
const MIN_RESOLUTION = 5.2

const cardOf = (margin: number): Quad =>
  quadOf({ left: -margin, top: -margin, right: PAGE_MM.width + margin, bottom: PAGE_MM.height + margin })

const mapped = (quad: Quad, map: Homography): Quad => mapQuad(quad, (point) => project(map, point))

/** Whether a line of a view is on a page. */
export function isOn(line: Quad, { toPage }: Sheet): boolean {
  const { x, y } = project(toPage, centerOf(line))
  return x > -MARGIN && y > -MARGIN && x < PAGE_MM.width + MARGIN && y < PAGE_MM.height + MARGIN
}

export function needsCloseUp({ toPage }: Sheet): boolean {
  const [a, b, , d] = mapped(cardOf(0), invert(toPage))
  const turned = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return (
    Math.abs(turned) > MAX_ROTATION ||
    Math.min(distance(a, b) / PAGE_MM.width, distance(a, d) / PAGE_MM.height) < MIN_RESOLUTION
  )
}

/** Rectifies and enlarges one page. */
async function viewCloseUp(picture: Picture, view: View, sheet: Sheet, models: Models): Promise<View> {
  const toPicture = concat(view.toPicture, invert(sheet.toPage))
  const own = mainLines(view.lines.filter((line) => isOn(line, sheet))).map((line) => mapped(line, view.toPicture))
  const [a, b] = mapped(cardOf(0), toPicture)
  const direction = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return rectifiedView(picture, rectify(own, direction, false), models, mapped(cardOf(MARGIN), toPicture))
}

/** Reads one page in a close-up. Its labels are read again: those of the first view are not placed precisely enough. */
export async function readCloseUp(
  picture: Picture,
  view: View,
  sheet: Sheet,
  models: Models,
  passes: readonly Pass[],
): Promise<ReadPage[]> {
  const fields = FIELDS.filter((field) => field.page === sheet.page)
  const closer = await viewCloseUp(picture, view, sheet, models)
  const lines = await readBoxes(picture, closer, mainLines(closer.lines).slice(0, MAX_LINES), models)
  const signs = findSigns(lines, fields)
  const read = await readPlaced(sheetsOf(signs, fields), { picture, view: closer, signs, models }, passes)
  return read.map((found) => ({ view: closer, sheet: found }))
}
