import type { Grid } from './grid'
import type { Corners } from './quad'

/** Where an edge lies: see `Lines`. */
export interface Edge {
  place: number
  slant: number
}

/** Cells to each side of a line where the edge itself is looked for. */
const REACH = 3
/** Places along a side, and the share of its length at each end that is round, or not quite met. */
const PLACES = 32
const INSET = 0.06
/** Luminance of a step that counts in full; fainter ones count for less. */
const PLAIN = 12
/** Cells that a place may be off the line of the others, round by round. */
const OFF = [4, 2.4, 1.2] as const

/** Of each place: where it is along the side from the grid's middle, where the step is, and how much it counts. */
const along = new Float32Array(PLACES)
const steps = new Float32Array(PLACES)
const weights = new Float32Array(PLACES)

/** How much lighter it is behind a cell's nearer border than before it; over three cells along the side. */
function riseAt({ luma }: Grid, cell: number, hop: number, side: number): number {
  let rise = 0
  for (let at = cell - side; at <= cell + side; at += side) {
    rise += (luma[at] ?? 0) + (luma[at + hop] ?? 0) - (luma[at - hop] ?? 0) - (luma[at - 2 * hop] ?? 0)
  }
  return rise / 6
}

/** Finds the steepest step across the side at each place. */
function measure({ place, slant }: Edge, grid: Grid, isRows: boolean, inwards: 1 | -1, from: number, to: number): void {
  const { columns, rows } = grid
  const [length, size] = isRows ? [columns, rows] : [rows, columns]
  const [side, across] = isRows ? [1, columns] : [columns, 1]
  const hop = inwards * across
  const inset = INSET * (to - from)
  const start = Math.max(1, from + inset)
  const step = (Math.min(length - 2, to - inset) - start) / (PLACES - 1)
  weights.fill(0)
  if (step <= 0) return
  for (let i = 0; i < PLACES; i++) {
    const x = Math.round(start + i * step)
    const y = Math.round(place + slant * (x - length / 2))
    if (y - REACH - 2 < 0 || y + REACH + 2 >= size) continue
    const cell = x * side + y * across
    let best = 0
    let offset = 0
    for (let o = -REACH; o <= REACH; o++) {
      const rise = riseAt(grid, cell + o * hop, hop, side)
      if (rise <= best) continue
      best = rise
      offset = o
    }
    if (best === 0) continue
    const before = riseAt(grid, cell + (offset - 1) * hop, hop, side)
    const after = riseAt(grid, cell + (offset + 1) * hop, hop, side)
    const bend = before + after - 2 * best
    const isPeak = Math.abs(offset) < REACH && bend < 0
    along[i] = x - length / 2
    // The step is between the cell and the one before it.
    steps[i] = y + (offset + (isPeak ? (0.5 * (before - after)) / bend : 0) - 0.5) * inwards
    weights[i] = best > PLAIN ? 1 : best / PLAIN
  }
}

/** Lays the edge through the steps that are near it, by least squares. @returns whether there are any */
function fit(edge: Edge, off: number): boolean {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0]
  for (let i = 0; i < PLACES; i++) {
    const [px, py] = [along[i] ?? 0, steps[i] ?? 0]
    const distance = (py - edge.place - edge.slant * px) / off
    const weight = (weights[i] ?? 0) * Math.max(0, 1 - distance * distance)
    n += weight
    x += weight * px
    y += weight * py
    xx += weight * px * px
    xy += weight * px * py
  }
  const area = n * xx - x * x
  if (n < 1 || area < 1e-3 * n * n) return false
  edge.slant = (n * xy - x * y) / area
  edge.place = (y - edge.slant * x) / n
  return true
}

/**
 * Moves a side to where the paper ends: lines are found among others, and only about where they are.
 *
 * @param edge is set
 * @param side 0 the top one of a quad, then clockwise
 */
export function refine(edge: Edge, grid: Grid, corners: Corners, side: number): void {
  const isRows = side % 2 === 0
  const k = isRows ? 0 : 1
  const one = corners[2 * side + k] ?? 0
  const other = corners[(2 * side + 2 + k) % 8] ?? 0
  measure(edge, grid, isRows, side === 0 || side === 3 ? 1 : -1, Math.min(one, other), Math.max(one, other))
  for (const off of OFF) if (!fit(edge, off)) return
}
