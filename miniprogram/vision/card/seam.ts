import type { Grid } from '../grid/grid'
import { type Corners, ratioOf } from '../quad/corners'
import { contentOf } from './content'

/** How far from the middle the seam may be, as a share of the longer side, and the steps tried each way. */
const MAX_SHIFT = 0.07
const STEPS = 7
/** Samples along the seam, and the share of its length left out at each end. */
const SAMPLES = 48
const INSET = 0.06
/** Mean difference between neighboring samples, as a share of the paper's luminance; each is clipped against glare. */
const MAX_DIFFERENCE = 0.0155
const CLIP = 0.1

/**
 * Where the middle of a card lies on its longer side, as a share: in perspective the diagonals still cross there.
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

/** Mean difference between neighboring samples on the most even line across the middle. */
function seamDifference({ luma, columns, rows }: Grid, corners: Corners, paper: number): number {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = corners
  const isUpright = ratioOf(corners) < 1
  const middle = middleOf(corners, isUpright)
  let min = Infinity
  for (let i = -STEPS; i <= STEPS; i++) {
    const t = middle + (i * MAX_SHIFT) / STEPS
    const fromX = ax + (isUpright ? dx - ax : bx - ax) * t
    const fromY = ay + (isUpright ? dy - ay : by - ay) * t
    const toX = isUpright ? bx + (cx - bx) * t : dx + (cx - dx) * t
    const toY = isUpright ? by + (cy - by) * t : dy + (cy - dy) * t
    let before = -1
    let sum = 0
    for (let j = 0; j < SAMPLES; j++) {
      const s = INSET + ((1 - 2 * INSET) * j) / (SAMPLES - 1)
      const column = Math.round(fromX + (toX - fromX) * s)
      const row = Math.round(fromY + (toY - fromY) * s)
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue
      const here = luma[row * columns + column] ?? 0
      if (before >= 0) sum += Math.min(CLIP * paper, Math.abs(here - before))
      before = here
    }
    if (sum < min) min = sum
  }
  return min / (SAMPLES - 1)
}

/** Whether two pages meet in the middle of a quad: a gap or a fold is even all along, text is not. */
export function hasSeam(grid: Grid, corners: Corners): boolean {
  const { paper } = contentOf(grid, corners)
  return seamDifference(grid, corners, paper) < MAX_DIFFERENCE * paper
}
