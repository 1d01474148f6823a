import type { Grid } from './grid'

/** How the luminance of a grid rises, and where it is restless. All row by row, as the grid is. */
export interface Slopes {
  /** Difference of luminance across a cell, to the right and downwards; 0 near the border */
  across: Float32Array
  down: Float32Array
  /** How far a cell is from the mean of those around it: print is, paper and desks are not. */
  print: Float32Array
  /** Sums along one direction, on the way */
  sums: Float32Array
}

export const createSlopes = (): Slopes => {
  const none = new Float32Array(0)
  return { across: none, down: none, print: none, sums: none }
}

/** Sums of `2 * reach + 1` values, `hop` apart; 0 where that many are not there. */
function sumAlong(
  from: Float32Array,
  to: Float32Array,
  lines: number,
  length: number,
  hops: readonly [number, number],
  reach: number,
) {
  const [lineHop, hop] = hops
  for (let line = 0; line < lines; line++) {
    const start = line * lineHop
    let sum = 0
    for (let i = 0; i < length; i++) {
      sum += from[start + i * hop] ?? 0
      if (i > 2 * reach) sum -= from[start + (i - 2 * reach - 1) * hop] ?? 0
      if (i >= 2 * reach) to[start + (i - reach) * hop] = sum
    }
  }
}

const NEAR = 2
/** How restless a cell with print is at least: by itself, and for each luminance that the paper has. */
const LEAST_PRINT = 1.6
const PRINT_OF_PAPER = 0.018

export const isPrint = (print: number, paper: number): boolean => print > LEAST_PRINT && print > PRINT_OF_PAPER * paper

/** Differences two cells to each side, over three cells' width, which lines of print mostly level out in. */
function differ(grid: Grid, sums: Float32Array, to: Float32Array, hop: number): void {
  const { columns, rows } = grid
  for (let row = NEAR; row < rows - NEAR; row++) {
    for (let column = NEAR; column < columns - NEAR; column++) {
      const at = row * columns + column
      const after = (sums[at + hop] ?? 0) + (sums[at + 2 * hop] ?? 0)
      const before = (sums[at - hop] ?? 0) + (sums[at - 2 * hop] ?? 0)
      to[at] = (after - before) / 6
    }
  }
}

/** Reads the slopes of a grid. Memory is taken only when its size has changed. */
export function readSlopes(slopes: Slopes, grid: Grid): void {
  const { columns, rows, luma } = grid
  if (slopes.sums.length !== luma.length || slopes.print.length !== luma.length) {
    for (const name of ['across', 'down', 'print', 'sums'] as const) slopes[name] = new Float32Array(luma.length)
  }
  const { across, down, print, sums } = slopes
  sumAlong(luma, sums, columns, rows, [1, columns], 1)
  differ(grid, sums, across, 1)
  sumAlong(luma, sums, rows, columns, [columns, 1], 1)
  differ(grid, sums, down, columns)
  sumAlong(luma, sums, rows, columns, [columns, 1], NEAR)
  sumAlong(sums, print, columns, rows, [1, columns], NEAR)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      const isInside = row >= NEAR && column >= NEAR && row < rows - NEAR && column < columns - NEAR
      print[at] = isInside ? Math.abs((luma[at] ?? 0) - (print[at] ?? 0) / 25) : 0
    }
  }
}
