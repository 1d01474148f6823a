import { type Corners, isFirstSide, sideEnd, sideStart } from '../quad/corners'
import type { Grid } from '../grid/grid'
import type { Scan } from '../grid/scan'

/** A line of a card's side: see `Lines`. */
export interface Edge {
  offset: number
  slope: number
}

/** Cells to each side of the line that are searched for the edge. */
const RADIUS = 3
/** Samples along a side, and the share of its length left out at each end. */
const SAMPLES = 32
const INSET = 0.06
/** Step of luminance that has full weight in the fit. */
const FULL_STEP = 12
/** Distance from the line, in cells, beyond which samples are outliers; by iteration. */
const OUTLIER_CELLS = [4, 2.4, 1.2] as const

/** Of each sample: its position along the side from the grid's middle, that of the edge across it, and its weight. */
const positions = new Float32Array(SAMPLES)
const edges = new Float32Array(SAMPLES)
const weights = new Float32Array(SAMPLES)

/** Luminance step before a cell, averaged over two cells across the side and three along it. */
function stepAt({ luma }: Grid, cell: number, hop: number, along: number): number {
  let step = 0
  for (let at = cell - along; at <= cell + along; at += along) {
    step += (luma[at] ?? 0) + (luma[at + hop] ?? 0) - (luma[at - hop] ?? 0) - (luma[at - 2 * hop] ?? 0)
  }
  return step / 6
}

/** Finds the steepest step into the card at each sample, with subpixel precision by a parabola through the peak. */
function sample({ offset, slope }: Edge, scan: Scan, corners: Corners, side: number): void {
  const { grid, length, width, along, across } = scan
  const [from, to] = [sideStart(corners, side), sideEnd(corners, side)]
  const inwards = isFirstSide(side) ? 1 : -1
  const hop = inwards * across
  const inset = INSET * (to - from)
  const start = Math.max(1, from + inset)
  const stride = (Math.min(length - 2, to - inset) - start) / (SAMPLES - 1)
  weights.fill(0)
  if (stride <= 0) return
  for (let i = 0; i < SAMPLES; i++) {
    const x = Math.round(start + i * stride)
    const y = Math.round(offset + slope * (x - length / 2))
    if (y - RADIUS - 2 < 0 || y + RADIUS + 2 >= width) continue
    const cell = x * along + y * across
    let best = 0
    let shift = 0
    for (let o = -RADIUS; o <= RADIUS; o++) {
      const step = stepAt(grid, cell + o * hop, hop, along)
      if (step <= best) continue
      best = step
      shift = o
    }
    if (best === 0) continue
    const before = stepAt(grid, cell + (shift - 1) * hop, hop, along)
    const after = stepAt(grid, cell + (shift + 1) * hop, hop, along)
    const curvature = before + after - 2 * best
    const isPeak = Math.abs(shift) < RADIUS && curvature < 0
    positions[i] = x - length / 2
    // The step is between the cell and the one before it.
    edges[i] = y + (shift + (isPeak ? (0.5 * (before - after)) / curvature : 0) - 0.5) * inwards
    weights[i] = best > FULL_STEP ? 1 : best / FULL_STEP
  }
}

/** Weighted least squares through the samples near the line. @returns false if there are too few */
function fit(edge: Edge, outlierCells: number): boolean {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0]
  for (let i = 0; i < SAMPLES; i++) {
    const [px, py] = [positions[i] ?? 0, edges[i] ?? 0]
    const distance = (py - edge.offset - edge.slope * px) / outlierCells
    const weight = (weights[i] ?? 0) * Math.max(0, 1 - distance * distance)
    n += weight
    x += weight * px
    y += weight * py
    xx += weight * px * px
    xy += weight * px * py
  }
  const determinant = n * xx - x * x
  if (n < 1 || determinant < 1e-3 * n * n) return false
  edge.slope = (n * xy - x * y) / determinant
  edge.offset = (y - edge.slope * x) / n
  return true
}

/**
 * Moves a line to the edge of the paper near it.
 *
 * @param edge in and out
 * @param scan along the side
 * @param side 0: top, 1: right, 2: bottom, 3: left
 */
export function refine(edge: Edge, scan: Scan, corners: Corners, side: number): void {
  sample(edge, scan, corners, side)
  for (const outlierCells of OUTLIER_CELLS) if (!fit(edge, outlierCells)) return
}
