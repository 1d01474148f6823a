import { project } from '../../../../miniprogram/image/homography'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../ocr/line'
import type { Models } from '../ocr/models'
import { recognizeLines } from '../ocr/recognize'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'

export type Row = (typeof FIELDS)[number]

/** A license has fewer lines; more of them would only take time. */
export const MAX_LINES = 96

/** Reads lines of a view; px of the view, as the lines that come of it. */
export async function readBoxes(picture: Picture, view: View, boxes: readonly Quad[], models: Models): Promise<Line[]> {
  const places = boxes.map((box) => mapQuad(box, (point) => project(view.toPicture, point)))
  const read = await recognizeLines(picture, places, models)
  return read.map((line, i) => ({ ...line, box: boxes[i] ?? line.box }))
}
