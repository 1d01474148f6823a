import type { Grid } from './grid'
import { insideOf } from './inside'
import { type Corners, ratioOf } from './quad'
import type { Slopes } from './slopes'

/** Where the two pages meet, as a share of the longer side: how far from the middle, and steps each way. */
const REACH = 0.07
const STEPS = 7
/** Points along the seam, and the share at each end that is left out. */
const POINTS = 48
const INSET = 0.06
/** What the seam's luminance may differ from one point to the next in the mean, as a share of the paper's, */
const MOST_UNEVEN = 0.0155
/** and what a point counts for at most: glare ends somewhere. */
const MOST_STEP = 0.1

/**
 * Share of the longer side at which its middle is seen: a card's diagonals cross there however it is tilted.
 *
 * @param isUpright whether the longer side runs down
 */
function middleOf([ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0]: Corners, isUpright: boolean) {
  const [ux, uy, vx, vy] = [cx - ax, cy - ay, dx - bx, dy - by]
  const share = ((bx - ax) * vy - (by - ay) * vx) / (ux * vy - uy * vx)
  const [x, y] = [ax + share * ux, ay + share * uy]
  const [fromX, fromY] = isUpright ? [(ax + bx) / 2, (ay + by) / 2] : [(ax + dx) / 2, (ay + dy) / 2]
  const [toX, toY] = isUpright ? [(cx + dx) / 2, (cy + dy) / 2] : [(bx + cx) / 2, (by + cy) / 2]
  const [alongX, alongY] = [toX - fromX, toY - fromY]
  return ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY)
}

/**
 * How even the evenest line is across a card's middle, where two pages meet: a gap between pages or a fold is the
 * same all along, and print that is crossed is not.
 *
 * @returns mean difference of luminance from one point to the next
 */
function unevennessOfSeam({ luma, columns, rows }: Grid, corners: Corners, paper: number): number {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = corners
  const isUpright = ratioOf(corners) < 1
  const middle = middleOf(corners, isUpright)
  let least = Infinity
  for (let i = -STEPS; i <= STEPS; i++) {
    const t = middle + (i * REACH) / STEPS
    // The ends of the line, on the two longer sides
    const fromX = ax + (isUpright ? dx - ax : bx - ax) * t
    const fromY = ay + (isUpright ? dy - ay : by - ay) * t
    const toX = isUpright ? bx + (cx - bx) * t : dx + (cx - dx) * t
    const toY = isUpright ? by + (cy - by) * t : dy + (cy - dy) * t
    let before = -1
    let sum = 0
    for (let j = 0; j < POINTS; j++) {
      const s = INSET + ((1 - 2 * INSET) * j) / (POINTS - 1)
      const column = Math.round(fromX + (toX - fromX) * s)
      const row = Math.round(fromY + (toY - fromY) * s)
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue
      const here = luma[row * columns + column] ?? 0
      if (before >= 0) sum += Math.min(MOST_STEP * paper, Math.abs(here - before))
      before = here
    }
    if (sum < least) least = sum
  }
  return least / (POINTS - 1)
}

/** Whether a quad is two pages that meet in its middle, rather than one of about the same shape. */
export function isSeamed(grid: Grid, slopes: Slopes, corners: Corners): boolean {
  const { paper } = insideOf(grid, slopes, corners)
  return unevennessOfSeam(grid, corners, paper) < MOST_UNEVEN * paper
}
