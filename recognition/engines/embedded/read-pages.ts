import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { FIELDS } from '../../../miniprogram/vehicle-license/fields'
import type { Quad } from '../../../miniprogram/vehicle-license/recognition'
import { findSigns, MIN_WEIGHT, readSheets, type SheetReading, weigh } from './license/extract'
import { PAGE } from './license/form'
import { type Sheet, sheetsOf } from './license/sheets'
import type { Line } from './ocr/line'
import type { Models } from './ocr/models'
import { recognizeLines } from './ocr/recognize'
import { centerOf, distance, mapQuad, quadOf } from './pixels/geometry'
import { concat, type Homography, invert, project } from './pixels/homography'
import type { Picture } from './pixels/picture'
import { inOrderOfInterest, printOf } from './view/print'
import { straighten } from './view/straighten'
import { look, lookStraight, type View } from './view/view'

type Row = (typeof FIELDS)[number]

/** A page of the license, and the view in which it was read. */
export interface ReadPage {
  readonly view: View
  readonly sheet: SheetReading<Row>
}

/** Lines that are read in one go, before it is asked again where the license is. */
const CHUNK = 18
/** A license has fewer lines; more of them would only take time. */
const MAX_LINES = 96
/** Of so many lines one is a label or a title, or there is no license. */
const MAX_STRANGE = 54
/** mm around a page within which its print stands. */
const AROUND = 4
/** Degrees by which a page may be turned, and px a mm at which it must be seen, to be read as it is. */
const LEVEL = 2.5
const NEAR = 6.8

const cardOf = (margin: number): Quad =>
  quadOf({ left: -margin, top: -margin, right: PAGE.width + margin, bottom: PAGE.height + margin })

/** Whether a line of a view is on a page. */
function isOn(line: Quad, { toPage }: Sheet<Row>): boolean {
  const { x, y } = project(toPage, centerOf(line))
  return x > -AROUND && y > -AROUND && x < PAGE.width + AROUND && y < PAGE.height + AROUND
}

async function readBoxes(picture: Picture, view: View, boxes: readonly Quad[], models: Models): Promise<Line[]> {
  const places = boxes.map((box) => mapQuad(box, (point) => project(view.toPicture, point)))
  const steps = await recognizeLines(picture, places, models)
  return boxes.map((box, i) => ({ box, steps: steps[i] ?? [] }))
}

interface Search {
  readonly lines: readonly Line[]
  readonly sheets: readonly Sheet<Row>[]
  /** How surely a license was seen, in labels. */
  readonly weight: number
}

/** Reads lines until it is known where the pages are and all that stands on them is read. */
async function search(picture: Picture, view: View, models: Models): Promise<Search> {
  const lines: Line[] = []
  let [left, sheets, weight] = [inOrderOfInterest(printOf(view.lines)), [] as Sheet<Row>[], 0]
  while (left.length > 0 && lines.length < MAX_LINES && (weight > 0 || lines.length < MAX_STRANGE)) {
    lines.push(...(await readBoxes(picture, view, left.slice(0, CHUNK), models)))
    const signs = findSigns(lines, FIELDS)
    sheets = sheetsOf(signs, FIELDS)
    weight = weigh(signs)
    left = left.slice(CHUNK)
    const found = [...signs.labels.map(({ box }) => box), ...signs.titles.map(({ box }) => box)].map(centerOf)
    const away = (box: Quad): number => {
      if (sheets.some((sheet) => isOn(box, sheet))) return -1
      return Math.min(...found.map((point) => distance(point, centerOf(box))))
    }
    if (found.length > 0) left.sort((a, b) => away(a) - away(b))
    if (sheets.length > 1) left = left.filter((box) => away(box) < 0)
  }
  return { lines, sheets, weight }
}

/** Looks at one page alone, level and near. */
async function lookCloser(picture: Picture, view: View, sheet: Sheet<Row>, models: Models): Promise<View> {
  const toPicture = concat(view.toPicture, invert(sheet.toPage))
  const inPicture = (quad: Quad, map: Homography): Quad => mapQuad(quad, (point) => project(map, point))
  const own = printOf(view.lines.filter((line) => isOn(line, sheet))).map((line) => inPicture(line, view.toPicture))
  const [a, b] = inPicture(cardOf(0), toPicture)
  const direction = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return lookStraight(picture, straighten(own, direction, false), models, inPicture(cardOf(AROUND), toPicture))
}

function needsCloserLook({ toPage }: Sheet<Row>): boolean {
  const [a, b, , d] = mapQuad(cardOf(0), (point) => project(invert(toPage), point))
  const turned = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI
  return Math.abs(turned) > LEVEL || Math.min(distance(a, b) / PAGE.width, distance(a, d) / PAGE.height) < NEAR
}

async function readCloser(picture: Picture, view: View, sheet: Sheet<Row>, models: Models): Promise<ReadPage[]> {
  const fields = FIELDS.filter((field) => field.page === sheet.page)
  const closer = await lookCloser(picture, view, sheet, models)
  const lines = await readBoxes(picture, closer, printOf(closer.lines).slice(0, MAX_LINES), models)
  const signs = findSigns(lines, fields)
  return readSheets(sheetsOf(signs, fields), signs, fields).map((found) => ({ view: closer, sheet: found }))
}

const UPSIDE_DOWN: Homography = [-1, 0, 0, 0, -1, 0, 0, 0, 1]

/** The same text looked at from the other side. */
function turnOver({ toPicture, lines }: View): View {
  return {
    toPicture: concat(toPicture, UPSIDE_DOWN),
    lines: lines.map(([a, b, c, d]) => mapQuad([c, d, a, b], (point) => project(UPSIDE_DOWN, point))),
  }
}

/**
 * Finds the pages of a license in a picture, and reads each.
 *
 * @throws RecognitionError `NOT_A_LICENSE`
 */
export async function readPages(picture: Picture, models: Models): Promise<ReadPage[]> {
  const seen = await look(picture, models)
  for (const view of [seen, turnOver(seen)]) {
    const { lines, sheets, weight } = await search(picture, view, models)
    if (weight < MIN_WEIGHT || sheets.length === 0) continue
    const asSeen = readSheets(sheets, findSigns(lines, FIELDS), FIELDS)
    const pages: ReadPage[] = []
    for (const sheet of asSeen) {
      const closer = needsCloserLook(sheet) ? await readCloser(picture, view, sheet, models) : []
      const better = closer.find((page) => page.sheet.readings.size >= sheet.readings.size)
      pages.push(better ?? { view, sheet })
    }
    return pages
  }
  throw new RecognitionError('NOT_A_LICENSE')
}
