import type { Grid } from './grid'

/** Corners of a quad in reading order, x and y of each: left top, right top, right bottom, left bottom; in cells. */
export type Corners = Float32Array

/** Where a side is looked at, as shares of its length. */
const SAMPLES = 18
/** Cells from the side: on the card where its margin is, and beside it. */
const INSIDE = [1.4, 2.8] as const
const OUTSIDE = [1.8, 3.4] as const
/** Difference of luminance that tells the card from what it lies on. */
const PLAIN = 5
const LEAST = -0.7

/** Luminance of the cell that holds a point; the nearest one of the grid's where it is outside. */
function at({ luma, columns, rows }: Grid, x: number, y: number): number {
  const column = x < 0 ? 0 : x > columns - 1 ? columns - 1 : Math.round(x)
  const row = y < 0 ? 0 : y > rows - 1 ? rows - 1 : Math.round(y)
  return luma[row * columns + column] ?? 0
}

/**
 * How surely a side of a quad is an edge of paper: it is as light (`isLight`) or as dark beside it all along. Print
 * is no such edge, for there is paper again behind it.
 *
 * @param side 0 the top one, then clockwise
 * @returns -0.7..1
 */
export function supportOf(grid: Grid, corners: Corners, side: number, isLight: boolean): number {
  const next = (side + 1) % 4
  const [x, y] = [corners[2 * side] ?? 0, corners[2 * side + 1] ?? 0]
  const [alongX, alongY] = [(corners[2 * next] ?? 0) - x, (corners[2 * next + 1] ?? 0) - y]
  const length = Math.hypot(alongX, alongY)
  const [inX, inY] = [-alongY / length, alongX / length]
  let sum = 0
  for (let i = 0; i < SAMPLES; i++) {
    const share = (i + 0.75) / (SAMPLES + 0.5)
    const [px, py] = [x + alongX * share, y + alongY * share]
    const paper = Math.max(
      at(grid, px + INSIDE[0] * inX, py + INSIDE[0] * inY),
      at(grid, px + INSIDE[1] * inX, py + INSIDE[1] * inY),
    )
    const near = at(grid, px - OUTSIDE[0] * inX, py - OUTSIDE[0] * inY)
    const far = at(grid, px - OUTSIDE[1] * inX, py - OUTSIDE[1] * inY)
    const step = isLight ? paper - Math.max(near, far) : Math.min(near, far) - paper
    sum += Math.max(LEAST, Math.min(1, step / PLAIN))
  }
  return sum / SAMPLES
}
