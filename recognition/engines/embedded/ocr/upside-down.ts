import { heightOf, type Quad, widthOf } from '../../../../miniprogram/image/quad'
import type { Picture } from '../pixels/picture'
import { sampleQuad } from '../pixels/sample-quad'
import { LINE_HEIGHT } from './line'
import type { Models } from './models'

/** px; width of the classifier's input. */
const WIDTH = 192
/** The longest lines vote. */
const VOTERS = 8

/** @param lines corners in the reading order to check */
export async function isUpsideDown(picture: Picture, lines: readonly Quad[], { classifier }: Models): Promise<boolean> {
  const longest = [...lines].sort((a, b) => widthOf(b) - widthOf(a)).slice(0, VOTERS)
  const input = new Float32Array(longest.length * 3 * LINE_HEIGHT * WIDTH)
  longest.forEach((line, i) => {
    const width = Math.min(WIDTH, Math.max(1, Math.round((widthOf(line) / heightOf(line)) * LINE_HEIGHT)))
    input.set(sampleQuad(picture, line, { width, height: LINE_HEIGHT }, WIDTH), i * 3 * LINE_HEIGHT * WIDTH)
  })
  const { data } = await classifier(input, [longest.length, 3, LINE_HEIGHT, WIDTH])
  const votes = longest.map((_, i) => Math.sign((data[2 * i + 1] ?? 0) - (data[2 * i] ?? 0)))
  return votes.reduce((sum, vote) => sum + vote, 0) > 0
}
