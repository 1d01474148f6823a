import { byInterest } from '../view/text-lines'
import { greedyDecode } from '../ocr/ctc'
import { project } from '../../../../miniprogram/image/homography'
import { distance } from '../../../../miniprogram/image/point'
import { boundsOf } from '../../../../miniprogram/image/rect'
import { centerOf, mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { findSigns, joinSigns, weigh } from '../license/extract'
import { type Sheet, sheetsOf, type Signs } from '../license/sheets'
import type { Line } from '../ocr/line'
import type { Models } from '../ocr/models'
import { lineWidth } from '../ocr/recognize'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'
import { isOn, needsCloserLook } from './closer'
import { MAX_LINES, readBoxes, type Row } from './read-boxes'

/** Lines that are read in one go, before it is asked again where the license is. */
const CHUNK = 18
/** px at the recognizer's height: of so much print something is a label or a title, or there is no license. */
const MAX_STRANGE = 14_000
/** mm by which a label may lie elsewhere than expected. */
const SLACK = 1.5

export const NO_SIGNS: Signs<Row> = { labels: [], titles: [], pieces: [] }

export interface Search {
  readonly signs: Signs<Row>
  /** Whether there was text in the lines: none is read in those that stand upside down. */
  readonly legible: boolean
  readonly sheets: readonly Sheet<Row>[]
  readonly read: ReadonlySet<Quad>
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

/** Upside down, a line seldom is read as so many characters; upright, most are. */
const TEXT = 3
const LEGIBLE = 1 / 3

const isText = ({ steps }: Line): boolean => greedyDecode(steps).length >= TEXT

/** Reads lines until it is known where the pages are, and what stands on those that are seen well. */
export async function search(picture: Picture, view: View, boxes: readonly Quad[], models: Models): Promise<Search> {
  let signs = NO_SIGNS
  let sheets: Sheet<Row>[] = []
  const all = byInterest(boxes)
  let left = all
  const read = new Set<Quad>()
  let width = 0
  let texts = 0
  while (left.length > 0 && read.size < MAX_LINES && (weigh(signs) > 0 || width < MAX_STRANGE)) {
    const chunk = left.slice(0, CHUNK)
    const lines = await readBoxes(picture, view, chunk, models)
    for (const box of chunk) read.add(box)
    texts += lines.filter(isText).length
    width += chunk.reduce((sum, box) => sum + lineWidth(box), 0)
    signs = joinSigns(signs, findSigns(lines, FIELDS))
    sheets = sheetsOf(signs, FIELDS)
    const found = [...signs.labels, ...signs.titles].map(({ box }) => centerOf(box))
    const away = (box: Quad): number => Math.min(...found.map((point) => distance(point, centerOf(box))))
    left = left.slice(CHUNK).filter((box) => {
      const sheet = sheets.find((one) => isOn(box, one))
      return sheet ? !needsCloserLook(sheet) && !(sheet.sure && isLabel(box, sheet)) : sheets.length < 2
    })
    if (found.length > 0) left.sort((a, b) => away(a) - away(b))
  }
  return { signs, legible: texts >= LEGIBLE * read.size, sheets, read, left: all.filter((box) => !read.has(box)) }
}
