import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { FIELDS } from '../../../miniprogram/vehicle-license/fields'
import type { Quad } from '../../../miniprogram/vehicle-license/recognition'
import { findSigns, joinSigns, MIN_WEIGHT, readSheets, type SheetReading, weigh } from './license/extract'
import { PAGE } from './license/form'
import { type Sheet, sheetsOf, type Signs } from './license/sheets'
import type { Line } from './ocr/line'
import { cancellable, type Models } from './ocr/models'
import { lineWidth, recognizeLines } from './ocr/recognize'
import { boundsOf, centerOf, distance, mapQuad, quadOf } from './pixels/geometry'
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
/** px at the recognizer's height: of so much print something is a label or a title, or there is no license. */
const MAX_STRANGE = 14_000
/** So many lines are not a license's alone: its own may be small beside the others. */
const MANY_LINES = 50
/** mm around a page within which its print stands. */
const AROUND = 4
/** mm by which a label may lie elsewhere than expected. */
const SLACK = 1.5
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
  const read = await recognizeLines(picture, places, models)
  return boxes.flatMap((box, i) => {
    const recognized = read[i]
    return recognized ? [{ box, ...recognized }] : []
  })
}

const NO_SIGNS: Signs<Row> = { labels: [], titles: [], pieces: [] }

interface Search {
  readonly signs: Signs<Row>
  readonly sheets: readonly Sheet<Row>[]
  /** Lines that were not read because they are to be looked at closely. */
  readonly left: readonly Quad[]
}

/** Whether a line is no more than a label: where a page is once known, its labels need not be read. */
function isLabel(line: Quad, { toPage, labels }: Sheet<Row>): boolean {
  const { left, right, top, bottom } = boundsOf(mapQuad(line, (point) => project(toPage, point)))
  return labels.some(
    ({ rect }) =>
      left > rect.left - SLACK &&
      right < rect.right + SLACK &&
      Math.abs(top + bottom - rect.top - rect.bottom) < 2 * SLACK,
  )
}

/** Reads lines until it is known where the pages are, and what stands on those that are seen well. */
async function search(picture: Picture, view: View, boxes: readonly Quad[], models: Models): Promise<Search> {
  let signs = NO_SIGNS
  let sheets: Sheet<Row>[] = []
  const all = inOrderOfInterest(boxes)
  let left = all
  const read = new Set<Quad>()
  let width = 0
  while (left.length > 0 && read.size < MAX_LINES && (weigh(signs) > 0 || width < MAX_STRANGE)) {
    const chunk = left.slice(0, CHUNK)
    const lines = await readBoxes(picture, view, chunk, models)
    for (const box of chunk) read.add(box)
    width += chunk.reduce((sum, box) => sum + lineWidth(box), 0)
    signs = joinSigns(signs, findSigns(lines, FIELDS))
    sheets = sheetsOf(signs, FIELDS)
    const found = [...signs.labels, ...signs.titles].map(({ box }) => centerOf(box))
    const away = (box: Quad): number => Math.min(...found.map((point) => distance(point, centerOf(box))))
    left = left.slice(CHUNK).filter((box) => {
      const sheet = sheets.find((one) => isOn(box, one))
      return sheet ? !needsCloserLook(sheet) && !isLabel(box, sheet) : sheets.length < 2
    })
    if (found.length > 0) left.sort((a, b) => away(a) - away(b))
  }
  return { signs, sheets, left: all.filter((box) => !read.has(box)) }
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

/** Where a license may be, the likeliest first: in the large print or in the small, this way up or the other. */
function guesses(seen: View): { view: View; boxes: readonly Quad[] }[] {
  const turned = turnOver(seen)
  const large = new Set(printOf(seen.lines))
  const small = printOf(seen.lines.filter((line) => !large.has(line)))
  const upright = { view: seen, boxes: [...large] }
  // Many lines tell surely which way is up.
  return large.size < MANY_LINES
    ? [upright, { view: turned, boxes: printOf(turned.lines) }]
    : [upright, { view: seen, boxes: small }]
}

/** Reads the pages that were found in a view, those closely that need it. */
async function readFound(picture: Picture, view: View, found: Search, models: Models): Promise<ReadPage[]> {
  const { signs, sheets, left } = found
  const pages: ReadPage[] = []
  const asSeen: Sheet<Row>[] = []
  for (const sheet of sheets) {
    const closer = needsCloserLook(sheet) ? await readCloser(picture, view, sheet, models) : []
    if (closer.length > 0) pages.push(...closer)
    else asSeen.push(sheet)
  }
  const rest = left.filter((box) => asSeen.some((sheet) => isOn(box, sheet) && needsCloserLook(sheet)))
  const others = rest.length > 0 ? findSigns(await readBoxes(picture, view, rest, models), FIELDS) : NO_SIGNS
  return [...pages, ...readSheets(asSeen, joinSigns(signs, others), FIELDS).map((sheet) => ({ view, sheet }))]
}

/**
 * Finds the pages of a license in a picture, and reads each.
 *
 * @param cancelled asked before every inference, which is what takes the time
 * @throws RecognitionError `NOT_A_LICENSE`, `CANCELLED`
 */
export async function readPages(picture: Picture, given: Models, cancelled?: () => boolean): Promise<ReadPage[]> {
  const models = cancelled ? cancellable(given, cancelled) : given
  for (const { view, boxes } of guesses(await look(picture, models))) {
    const found = await search(picture, view, boxes, models)
    if (weigh(found.signs) >= MIN_WEIGHT && found.sheets.length > 0) return readFound(picture, view, found, models)
  }
  throw new RecognitionError('NOT_A_LICENSE')
}
