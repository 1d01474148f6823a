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
import type { ReadPage } from './index'
import { type Pass, readPlaced } from './passes'
import { MAX_LINES, readBoxes, type Row } from './read-boxes'

/** mm around a page within which its print stands. */
const AROUND = 4
/** Degrees by which a page may be turned, and px a mm at which it must be seen, to be read as it is. */
const LEVEL = 5
const NEAR = 5.2

const cardOf = (margin: number): Quad =>
  quadOf({ left: -margin, top: -margin, right: PAGE_MM.width + margin, bottom: PAGE_MM.height + margin })

const mapped = (quad: Quad, map: Homography): Quad => mapQuad(quad, (point) => project(map, point))

/** Whether a line of a view is on a page. */
export function isOn(line: Quad, { toPage }: Sheet<Row>): boolean {
  const { x, y } = project(toPage, centerOf(line))
  return x > -AROUND && y > -AROUND && x < PAGE_MM.width + AROUND && y < PAGE_MM.height + AROUND
}

export function needsCloserLook({ toPage }: Sheet<Row>): boolean {
  const [a, b, , d] = mapped(cardOf(0), invert(toPage))
  const turned = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return Math.abs(turned) > LEVEL || Math.min(distance(a, b) / PAGE_MM.width, distance(a, d) / PAGE_MM.height) < NEAR
}

/** Looks at one page alone, level and near. */
async function lookCloser(picture: Picture, view: View, sheet: Sheet<Row>, models: Models): Promise<View> {
  const toPicture = concat(view.toPicture, invert(sheet.toPage))
  const own = mainLines(view.lines.filter((line) => isOn(line, sheet))).map((line) => mapped(line, view.toPicture))
  const [a, b] = mapped(cardOf(0), toPicture)
  const direction = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return rectifiedView(picture, rectify(own, direction, false), models, mapped(cardOf(AROUND), toPicture))
}

/** Reads one page closely, its labels too: in the first view they are not placed well enough for this one. */
export async function readCloser(
  picture: Picture,
  view: View,
  sheet: Sheet<Row>,
  models: Models,
  passes: readonly Pass[],
): Promise<ReadPage[]> {
  const fields = FIELDS.filter((field) => field.page === sheet.page)
  const closer = await lookCloser(picture, view, sheet, models)
  const lines = await readBoxes(picture, closer, mainLines(closer.lines).slice(0, MAX_LINES), models)
  const signs = findSigns(lines, fields)
  const read = await readPlaced(sheetsOf(signs, fields), { picture, view: closer, signs, models }, passes)
  return read.map((found) => ({ view: closer, sheet: found }))
}
