import type { Grid } from '../grid/grid'
import { type Corners, pointIn } from '../quad/corners'

const ACROSS = 22
const DOWN = 15
/** Left out at each border, as a share of the card: corners are found only roughly. */
const INSET = 0.06

/** A downscaled page, normalized against light: mean 0, norm 1 */
export type Thumbnail = Float32Array

export const createThumbnail = (): Thumbnail => new Float32Array(ACROSS * DOWN)

/** Mean luminance of 3 x 3 cells around a point */
function meanAround({ luma, columns, rows }: Grid, x: number, y: number): number {
  const column = Math.max(1, Math.min(columns - 2, Math.round(x)))
  const row = Math.max(1, Math.min(rows - 2, Math.round(y)))
  let sum = 0
  for (let at = (row - 1) * columns + column; at <= (row + 1) * columns + column; at += columns)
    sum += (luma[at - 1] ?? 0) + (luma[at] ?? 0) + (luma[at + 1] ?? 0)
  return sum / 9
}

export function readThumbnail(thumbnail: Thumbnail, grid: Grid, corners: Corners): void {
  let sum = 0
  for (let i = 0; i < DOWN; i++) {
    const down = INSET + ((1 - 2 * INSET) * i) / (DOWN - 1)
    for (let j = 0; j < ACROSS; j++) {
      const across = INSET + ((1 - 2 * INSET) * j) / (ACROSS - 1)
      const luma = meanAround(grid, pointIn(corners, 0, across, down), pointIn(corners, 1, across, down))
      thumbnail[i * ACROSS + j] = luma
      sum += luma
    }
  }
  let squares = 0
  for (let i = 0; i < thumbnail.length; i++) {
    const value = (thumbnail[i] ?? 0) - sum / thumbnail.length
    thumbnail[i] = value
    squares += value * value
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0
  for (let i = 0; i < thumbnail.length; i++) thumbnail[i] = (thumbnail[i] ?? 0) * scale
}

/** -1..1 */
export function correlationOf(one: Thumbnail, other: Thumbnail): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}
