import { luma256At } from '../../image/luminance'
import { type Frame, strideOf } from '../frame'
import { readGradients } from './gradients'
import type { Grid } from './grid'

/** Cells along the shorter side, about: enough to see a line of text. */
const CELLS = 120
/** Cells along the longer side, at most. */
const MAX_CELLS = 256
/** In cells larger than this, every second px is sampled each way. */
const DENSE_PX = 5

/** Resizes the grid for a frame, which clears it. @returns whether the size changed */
function resize(grid: Grid, { width, height }: Frame): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const cellPx = Math.max(1, Math.round(short / CELLS), Math.ceil(long / MAX_CELLS))
  const [columns, rows] = [Math.floor(width / cellPx), Math.floor(height / cellPx)]
  if (columns === grid.columns && rows === grid.rows && cellPx === grid.cellPx) return false
  Object.assign(grid, { columns, rows, cellPx })
  for (const name of ['luma', 'dx', 'dy', 'contrast', 'sums'] as const) grid[name] = new Float32Array(columns * rows)
  return true
}

/** Adds a row of pixels, whose first byte is at `from`, to a row of cells. */
function addRow({ luma, columns, cellPx }: Grid, row: number, data: Frame['data'], from: number, stepPx: number): void {
  const samples = Math.ceil(cellPx / stepPx)
  const hop = stepPx * 4
  const skip = (cellPx - samples * stepPx) * 4
  const cell = row * columns
  let at = from
  for (let column = 0; column < columns; column++) {
    let sum = 0
    for (let sample = 0; sample < samples; sample++) {
      sum += luma256At(data, at)
      at += hop
    }
    luma[cell + column] = (luma[cell + column] ?? 0) + sum
    at += skip
  }
}

/**
 * Downscales a frame. Allocates only when the frame's size changes.
 *
 * @returns false if the frame cannot be read; the grid stays as it was
 */
export function readGrid(grid: Grid, frame: Frame): boolean {
  const strideBytes = strideOf(frame)
  if (strideBytes === 0) return false
  if (!resize(grid, frame)) grid.luma.fill(0)
  const { rows, cellPx, luma } = grid
  const stepPx = cellPx > DENSE_PX ? 2 : 1
  const samples = Math.ceil(cellPx / stepPx)
  for (let row = 0; row < rows; row++) {
    for (let sample = 0; sample < samples; sample++)
      addRow(grid, row, frame.data, (row * cellPx + sample * stepPx) * strideBytes, stepPx)
  }
  const share = 1 / (256 * samples * samples)
  for (let cell = 0; cell < luma.length; cell++) luma[cell] = (luma[cell] ?? 0) * share
  readGradients(grid)
  return true
}
