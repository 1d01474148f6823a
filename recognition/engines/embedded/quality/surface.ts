import { luminanceAt } from '../../../../miniprogram/image/luminance'
import { between } from '../../../../miniprogram/image/point'
import type { Quad } from '../../../../miniprogram/image/quad'
import type { Picture } from '../pixels/picture'
import { pixelAt, pointIn } from './patch'

/** Cells of a page, each sampled at 4 × 4 points. */
const COLUMNS = 48
const ROWS = 32
const POINTS = 4
/** Share of a page's sides left out, as outlines are not exact. */
const INSET = 0.04

/** One value 0..255 for each cell of the pages that is inside the picture. */
export interface Surface {
  /** Mean color. */
  readonly red: Float32Array
  readonly green: Float32Array
  readonly blue: Float32Array
  /** Luminance of the brightest point, mostly paper. */
  readonly brightest: Float32Array
}

export function surfaceOf(picture: Picture, cards: readonly Quad[]): Surface {
  const { data, width, height } = picture
  const size = cards.length * COLUMNS * ROWS
  const [red, green, blue] = [new Float32Array(size), new Float32Array(size), new Float32Array(size)]
  const brightest = new Float32Array(size)
  let count = 0
  for (const card of cards) {
    const pointAt = gridOn(card)
    for (let cell = 0; cell < COLUMNS * ROWS; cell++) {
      const left = (cell % COLUMNS) * POINTS
      const top = Math.floor(cell / COLUMNS) * POINTS
      const center = pointAt(left + 2, top + 2)
      if (center.x < 0 || center.y < 0 || center.x >= width || center.y >= height) continue
      for (let i = 0; i < POINTS * POINTS; i++) {
        const { x, y } = pointAt(left + (i % POINTS), top + Math.floor(i / POINTS))
        const at = pixelAt(picture, x, y)
        const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
        red[count] = (red[count] ?? 0) + r / (POINTS * POINTS)
        green[count] = (green[count] ?? 0) + g / (POINTS * POINTS)
        blue[count] = (blue[count] ?? 0) + b / (POINTS * POINTS)
        brightest[count] = Math.max(brightest[count] ?? 0, luminanceAt(data, at))
      }
      count += 1
    }
  }
  const filled = (values: Float32Array): Float32Array => values.subarray(0, count)
  return { red: filled(red), green: filled(green), blue: filled(blue), brightest: filled(brightest) }
}

/** Maps column and row of the sampled points to px. */
function gridOn(card: Quad) {
  const inset = (share: number): number => INSET + (1 - 2 * INSET) * share
  const columns = Array.from({ length: COLUMNS * POINTS }, (_, i) => inset((i + 0.5) / (COLUMNS * POINTS)))
  const top = columns.map((across) => pointIn(card, across, 0))
  const bottom = columns.map((across) => pointIn(card, across, 1))
  const origin = { x: 0, y: 0 }
  return (column: number, row: number) =>
    between(top[column] ?? origin, bottom[column] ?? origin, inset((row + 0.5) / (ROWS * POINTS)))
}
