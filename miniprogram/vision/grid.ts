import { luma256At } from '../image/luminance'
import { type Frame, strideOf } from './frame'

/** Cells along the shorter side, about: enough to see a line of print, and few enough to search in no time. */
const CELLS = 120
/** Cells along the longer side, at most, of a frame that is longer than any camera's. */
const MOST_CELLS_LONG = 256
/** Cells of more px than this are sampled at every second px each way. */
const DENSE_PX = 5

/** A frame in little: the mean luminance of square cells. What is left over at the right and the bottom is not seen. */
export interface Grid {
  columns: number
  rows: number
  /** px of a cell's side */
  cellPx: number
  /** 0..255, row by row */
  luma: Float32Array
}

export const createGrid = (): Grid => ({ columns: 0, rows: 0, cellPx: 1, luma: new Float32Array(0) })

/** Gives the grid the size that a frame needs. @returns whether it was another size before */
function fit(grid: Grid, width: number, height: number): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const cellPx = Math.max(1, Math.round(short / CELLS), Math.ceil(long / MOST_CELLS_LONG))
  const [columns, rows] = [Math.floor(width / cellPx), Math.floor(height / cellPx)]
  if (columns === grid.columns && rows === grid.rows && cellPx === grid.cellPx) return false
  Object.assign(grid, { columns, rows, cellPx, luma: new Float32Array(columns * rows) })
  return true
}

/** Adds one row of pixels to the cells of `luma` that start at `cell`. */
function addRow(luma: Float32Array, cell: number, data: Frame['data'], from: number, step: number, grid: Grid): void {
  const { columns, cellPx } = grid
  const samples = Math.ceil(cellPx / step)
  const hop = step * 4
  const skip = (cellPx - samples * step) * 4
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
 * Reads a frame into a grid in one pass. Memory is taken only when the size differs from that of the frame before.
 *
 * @returns false, with the grid left alone, where the frame cannot be read
 */
export function readGrid(grid: Grid, frame: Frame): boolean {
  const strideBytes = strideOf(frame)
  if (strideBytes === 0) return false
  if (!fit(grid, frame.width, frame.height)) grid.luma.fill(0)
  const { columns, rows, cellPx, luma } = grid
  const step = cellPx > DENSE_PX ? 2 : 1
  const samples = Math.ceil(cellPx / step)
  for (let row = 0; row < rows; row++) {
    for (let sample = 0; sample < samples; sample++) {
      addRow(luma, row * columns, frame.data, (row * cellPx + sample * step) * strideBytes, step, grid)
    }
  }
  const share = 1 / (256 * samples * samples)
  for (let cell = 0; cell < luma.length; cell++) luma[cell] = (luma[cell] ?? 0) * share
  return true
}
