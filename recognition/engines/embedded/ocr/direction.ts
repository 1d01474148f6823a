import type { Quad } from '../../../../miniprogram/vehicle-license/recognition'
import { heightOf, widthOf } from '../pixels/geometry'
import type { Picture } from '../pixels/picture'
import { sampleQuad } from '../pixels/sample'
import type { Models } from './models'

const HEIGHT = 48
const WIDTH = 192
/** How many lines vote, the longest first. */
const VOTERS = 8

/** Whether lines of text, taken in this reading order, stand upside down. */
export async function isUpsideDown(picture: Picture, lines: readonly Quad[], { classifier }: Models): Promise<boolean> {
  const longest = [...lines].sort((a, b) => widthOf(b) - widthOf(a)).slice(0, VOTERS)
  let votes = 0
  for (const line of longest) {
    const width = Math.min(WIDTH, Math.max(1, Math.round((widthOf(line) / heightOf(line)) * HEIGHT)))
    const tensor = sampleQuad(picture, line, { width, height: HEIGHT }, WIDTH)
    const [upright = 0, upsideDown = 0] = (await classifier(tensor, [1, 3, HEIGHT, WIDTH])).data
    votes += Math.sign(upsideDown - upright)
  }
  return votes > 0
}
