import { FIELDS, type LicensePage } from '../../../../miniprogram/vehicle-license/fields'
import type { Quad } from '../../../../miniprogram/vehicle-license/recognition'
import { findSigns, joinSigns, readSheets } from '../license/extract'
import { LABEL_PLACES, PAGE } from '../license/form'
import { type Sheet, sheetsOf, type Signs } from '../license/sheets'
import type { Models } from '../ocr/models'
import { centerOf, distance, mapQuad, quadOf } from '../pixels/geometry'
import { concat, type Homography, invert, project } from '../pixels/homography'
import type { Picture } from '../pixels/picture'
import { printOf } from '../view/print'
import { straighten } from '../view/straighten'
import { lookStraight, type View } from '../view/view'
import type { ReadPage } from './index'
import { MAX_LINES, readBoxes, type Row } from './read-boxes'

/** mm around a page within which its print stands. */
const AROUND = 4
/** Degrees by which a page may be turned, and px a mm at which it must be seen, to be read as it is. */
const LEVEL = 2.5
const NEAR = 6.8

const cardOf = (margin: number): Quad =>
  quadOf({ left: -margin, top: -margin, right: PAGE.width + margin, bottom: PAGE.height + margin })

const mapped = (quad: Quad, map: Homography): Quad => mapQuad(quad, (point) => project(map, point))

/** Whether a line of a view is on a page. */
export function isOn(line: Quad, { toPage }: Sheet<Row>): boolean {
  const { x, y } = project(toPage, centerOf(line))
  return x > -AROUND && y > -AROUND && x < PAGE.width + AROUND && y < PAGE.height + AROUND
}

export function needsCloserLook({ toPage }: Sheet<Row>): boolean {
  const [a, b, , d] = mapped(cardOf(0), invert(toPage))
  const turned = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return Math.abs(turned) > LEVEL || Math.min(distance(a, b) / PAGE.width, distance(a, d) / PAGE.height) < NEAR
}

/** Looks at one page alone, level and near. */
async function lookCloser(picture: Picture, view: View, sheet: Sheet<Row>, models: Models): Promise<View> {
  const toPicture = concat(view.toPicture, invert(sheet.toPage))
  const own = printOf(view.lines.filter((line) => isOn(line, sheet))).map((line) => mapped(line, view.toPicture))
  const [a, b] = mapped(cardOf(0), toPicture)
  const direction = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return lookStraight(picture, straighten(own, direction, false), models, mapped(cardOf(AROUND), toPicture))
}

/** mm above the uppermost labels of a page, behind which only its title stands: values may be shifted up by less. */
const TITLE = 4
const uppermost = (page: LicensePage): number =>
  Math.min(...FIELDS.filter((field) => field.page === page).map(({ key }) => LABEL_PLACES[key]?.y ?? Infinity))

/**
 * Reads one page closely, its labels too: in the first view they are not placed well enough for this one. Its title,
 * a sixth of its print, only if they do not tell where it is.
 */
export async function readCloser(picture: Picture, view: View, sheet: Sheet<Row>, models: Models): Promise<ReadPage[]> {
  const fields = FIELDS.filter((field) => field.page === sheet.page)
  const closer = await lookCloser(picture, view, sheet, models)
  const toPage = concat(sheet.toPage, concat(invert(view.toPicture), closer.toPicture))
  const isTitle = (line: Quad): boolean => project(toPage, centerOf(line)).y < uppermost(sheet.page) - TITLE
  const print = printOf(closer.lines).slice(0, MAX_LINES)
  const read = async (boxes: readonly Quad[]): Promise<Signs<Row>> =>
    findSigns(await readBoxes(picture, closer, boxes, models), fields)
  const own = await read(print.filter((line) => !isTitle(line)))
  const signs = sheetsOf(own, fields).length > 0 ? own : joinSigns(own, await read(print.filter(isTitle)))
  return readSheets(sheetsOf(signs, fields), signs, fields).map((found) => ({ view: closer, sheet: found }))
}
