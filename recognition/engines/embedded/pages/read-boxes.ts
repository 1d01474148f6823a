import { project } from '../../../../miniprogram/image/homography'
import { mapQuad, type Quad } from '../../../../miniprogram/image/quad'
import type { Line } from '../ocr/line'
import type { Models } from '../ocr/models'
import { recognizeLines } from '../ocr/recognize'
import type { Picture } from '../pixels/picture'
import type { View } from '../view/view'

/** No license has more lines. */
export const MAX_LINES = 96

/** Recognizes lines of a view. Boxes in and out are in px of the view. */
export async function readBoxes(picture: Picture, view: View, boxes: readonly Quad[], models: Models): Promise<Line[]> {
  const places = boxes.map((box) => mapQuad(box, (point) => project(view.toPicture, point)))
  const read = await recognizeLines(picture, places, models)
  return read.map((line, i) => ({ ...line, box: boxes[i] ?? line.box }))
}
