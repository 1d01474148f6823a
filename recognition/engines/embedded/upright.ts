import type { Quad } from '../../../miniprogram/vehicle-license/recognition'
import { detectLines } from './ocr/detect'
import { isUpsideDown } from './ocr/direction'
import type { Models } from './ocr/models'
import { readingOrder, textDirection } from './ocr/skew'
import { type Picture, turn } from './pixels/picture'

export interface Upright {
  readonly picture: Picture
  /** Around its lines of text, corners in reading order. */
  readonly lines: readonly Quad[]
}

/** Degrees; lines this little off level are detected and read as well as level ones. */
const LEVEL = 1.2

/** Turns a picture so that its text is level and the right side up, and finds its lines. */
export async function standUpright(picture: Picture, models: Models): Promise<Upright> {
  const found = await detectLines(picture, models.detector)
  const direction = textDirection(found)
  const lines = found.map((line) => readingOrder(line, direction))
  const upsideDown = await isUpsideDown(picture, lines, models)
  if (!upsideDown && Math.abs(direction) <= LEVEL) return { picture, lines }

  const turned = await turn(picture, (upsideDown ? 180 : 0) - direction)
  const again = await detectLines(turned, models.detector)
  return { picture: turned, lines: again.map((line) => readingOrder(line, 0)) }
}
