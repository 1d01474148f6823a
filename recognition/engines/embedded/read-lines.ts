import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { FIELDS } from '../../../miniprogram/vehicle-license/fields'
import type { Quad } from '../../../miniprogram/vehicle-license/recognition'
import { pieceOf, takeApart } from './license/parts'
import { spellingsOf } from './license/spellings'
import { isTitle } from './license/title'
import type { Line } from './ocr/line'
import type { Models } from './ocr/models'
import { recognizeLines } from './ocr/recognize'
import { heightOf, mapQuad, widthOf } from './pixels/geometry'
import { concat, type Homography, project } from './pixels/homography'
import type { Picture } from './pixels/picture'
import { textHeight, type View } from './view/view'

/** Lines less high than this share of the print are the English under the labels. */
const SMALL_PRINT = 0.62
/** A Chinese label is this many times as long as it is high, with or without a short value in the same line. */
const LABEL_ELONGATION = { least: 1.6, most: 9 }
/** Lines that must hold a label, if the picture shows a license. */
const PROBES = 14
/** A license has fewer lines; more of them would only take time. */
const MAX_LINES = 90

const SPELLINGS = spellingsOf(FIELDS)

export interface ReadView {
  readonly view: View
  readonly lines: readonly Line[]
}

const hasLabel = (line: Line): boolean =>
  isTitle(pieceOf(line).text) || takeApart(line, SPELLINGS).labels.some(({ script }) => script === 'zh')

const elongation = (box: Quad): number => widthOf(box) / heightOf(box)

/** Those that may be labels first. */
function inOrderOfInterest(boxes: readonly Quad[]): Quad[] {
  const { least, most } = LABEL_ELONGATION
  const unlike = (box: Quad): number => Math.max(0, least - elongation(box), elongation(box) - most)
  return [...boxes].sort((a, b) => unlike(a) - unlike(b))
}

const UPSIDE_DOWN: Homography = [-1, 0, 0, 0, -1, 0, 0, 0, 1]

/** The same text looked at from the other side. */
function turnOver({ toPicture, lines }: View): View {
  return {
    toPicture: concat(toPicture, UPSIDE_DOWN),
    lines: lines.map(([a, b, c, d]) => mapQuad([c, d, a, b], (point) => project(UPSIDE_DOWN, point))),
  }
}

const printOf = (view: View): Quad[] => {
  const print = textHeight(view.lines)
  return inOrderOfInterest(view.lines.filter((line) => heightOf(line) >= SMALL_PRINT * print)).slice(0, MAX_LINES)
}

/**
 * Reads what is printed in a view: a few lines first, to see whether it shows a license at all and the right side up.
 *
 * @throws RecognitionError `NOT_A_LICENSE`
 */
export async function readLines(picture: Picture, seen: View, models: Models): Promise<ReadView> {
  const read = async (view: View, boxes: readonly Quad[]): Promise<Line[]> => {
    const places = boxes.map((box) => mapQuad(box, (point) => project(view.toPicture, point)))
    const steps = await recognizeLines(picture, places, models)
    return boxes.map((box, i) => ({ box, steps: steps[i] ?? [] }))
  }
  for (const view of [seen, turnOver(seen)]) {
    const boxes = printOf(view)
    const probes = await read(view, boxes.slice(0, PROBES))
    if (!probes.some(hasLabel)) continue
    return { view, lines: [...probes, ...(await read(view, boxes.slice(PROBES)))] }
  }
  throw new RecognitionError('NOT_A_LICENSE')
}
