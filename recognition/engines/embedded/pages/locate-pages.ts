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
import { isOn, needsCloseUp } from './close-up'
import { MAX_LINES, readBoxes } from './read-boxes'

/** Lines per batch, between two attempts to locate the pages. */
const BATCH = 18
/** px of line width at the recognizer's height; this much print without a label or a title is no license. */
const MAX_UNLABELED = 14_000
/** mm; placement tolerance of a label. */
const SLACK = 1.5

export const NO_SIGNS: Signs = { labels: [], titles: [], pieces: [] }

export interface Located {
  readonly signs: Signs
  /** Whether the lines read as text; upside down they do not. */
  readonly legible: boolean
  readonly sheets: readonly Sheet[]
  readonly read: ReadonlySet<Quad>
  /** Lines that were not read: their page needs a close-up. */
  readonly left: readonly Quad[]
}

/** Whether a line is just a label: once a page is located, its labels need not be read. */
function isLabel(line: Quad, { toPage, labels }: Sheet): boolean {
  const { left, right, top, bottom } = boundsOf(mapQuad(line, (point) => project(toPage, point)))
  return labels.some(
    ({ rect }) =>
      left > rect.left - SLACK &&
      right < rect.right + SLACK &&
      Math.abs(top + bottom - rect.top - rect.bottom) < 2 * SLACK,
  )
}

/** Characters; lines upside down seldom read as that many. */
const MIN_TEXT = 3
/** Share of lines with that many characters in a view that is upright. */
const MIN_LEGIBLE = 1 / 3

const isText = ({ steps }: Line): boolean => greedyDecode(steps).length >= MIN_TEXT

/** Reads lines, likely titles and labels first, until the pages are located and those that need no close-up are read. */
export async function locatePages(
  picture: Picture,
  view: View,
  boxes: readonly Quad[],
  models: Models,
): Promise<Located> {
  let signs = NO_SIGNS
  let sheets: Sheet[] = []
  const all = byInterest(boxes)
  let left = all
  const read = new Set<Quad>()
  let width = 0
  let texts = 0
  while (left.length > 0 && read.size < MAX_LINES && (weigh(signs) > 0 || width < MAX_UNLABELED)) {
    const batch = left.slice(0, BATCH)
    const lines = await readBoxes(picture, view, batch, models)
    for (const box of batch) read.add(box)
    texts += lines.filter(isText).length
    width += batch.reduce((sum, box) => sum + lineWidth(box), 0)
    signs = joinSigns(signs, findSigns(lines, FIELDS))
    sheets = sheetsOf(signs, FIELDS)
    const found = [...signs.labels, ...signs.titles].map(({ box }) => centerOf(box))
    const away = (box: Quad): number => Math.min(...found.map((point) => distance(point, centerOf(box))))
    left = left.slice(BATCH).filter((box) => {
      const sheet = sheets.find((one) => isOn(box, one))
      return sheet ? !needsCloseUp(sheet) && !(sheet.sure && isLabel(box, sheet)) : sheets.length < 2
    })
    if (found.length > 0) left.sort((a, b) => away(a) - away(b))
  }
  return { signs, legible: texts >= MIN_LEGIBLE * read.size, sheets, read, left: all.filter((box) => !read.has(box)) }
}
