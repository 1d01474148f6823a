import type { Quad } from '../../../../miniprogram/vehicle-license/recognition'
import { heightOf, widthOf } from '../pixels/geometry'
import type { Picture } from '../pixels/picture'
import { sampleQuad } from '../pixels/sample'
import { candidatesOf } from './ctc'
import type { Line, Step } from './line'
import type { Models } from './models'

const HEIGHT = 48
/** px of the input that one step of the recognizer stands for */
const STRIDE = 8
const MIN_WIDTH = 48
/** A license has no longer line; this bounds the memory that a strange picture may take. */
const MAX_WIDTH = 3200

/** Reads one line of text. */
export async function recognizeLine(picture: Picture, box: Quad, models: Models): Promise<Line> {
  const width = Math.min(MAX_WIDTH, Math.max(16, Math.round((widthOf(box) / heightOf(box)) * HEIGHT)))
  const padded = Math.max(MIN_WIDTH, Math.ceil(width / 16) * 16)
  const tensor = sampleQuad(picture, box, { width, height: HEIGHT }, padded)
  const { data } = await models.recognizer(tensor, [1, 3, HEIGHT, padded])

  const classes = models.characters.length + 1
  const steps: Step[] = []
  for (let i = 0; (i + 1) * classes <= data.length; i++) {
    const candidates = candidatesOf(data.subarray(i * classes, (i + 1) * classes), models.characters)
    steps.push({ at: Math.min(0.9999, ((i + 0.5) * STRIDE) / width), candidates })
  }
  return { box, steps }
}
