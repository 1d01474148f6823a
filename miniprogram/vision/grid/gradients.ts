import type { Grid } from './grid'

/** Box filter: sums of `2 * radius + 1` cells along rows or columns; cells too near an end keep what `to` held. */
function sumAlong(from: Float32Array, to: Float32Array, grid: Grid, isRows: boolean, radius: number): void {
  const { columns, rows } = grid
  const [lines, length] = isRows ? [rows, columns] : [columns, rows]
  const [lineHop, hop] = isRows ? [columns, 1] : [1, columns]
  for (let line = 0; line < lines; line++) {
    const start = line * lineHop
    let sum = 0
    for (let i = 0; i < length; i++) {
      sum += from[start + i * hop] ?? 0
      if (i > 2 * radius) sum -= from[start + (i - 2 * radius - 1) * hop] ?? 0
      if (i >= 2 * radius) to[start + (i - radius) * hop] = sum
    }
  }
}

/** Cells to each side that the filters cover. */
const RADIUS = 2

/** Means of two cells on each side of a cell, three cells wide, which levels out most lines of text. */
function differ({ columns, rows, sums }: Grid, to: Float32Array, hop: number): void {
  for (let row = RADIUS; row < rows - RADIUS; row++) {
    for (let column = RADIUS; column < columns - RADIUS; column++) {
      const at = row * columns + column
      const after = (sums[at + hop] ?? 0) + (sums[at + 2 * hop] ?? 0)
      const before = (sums[at - hop] ?? 0) + (sums[at - 2 * hop] ?? 0)
      to[at] = (after - before) / 6
    }
  }
}

/** Reads the gradients and the local contrast of a grid from its luminance. */
export function readGradients(grid: Grid): void {
  const { columns, rows, luma, dx, dy, contrast, sums } = grid
  sumAlong(luma, sums, grid, false, 1)
  differ(grid, dx, 1)
  sumAlong(luma, sums, grid, true, 1)
  differ(grid, dy, columns)
  sumAlong(luma, sums, grid, true, RADIUS)
  sumAlong(sums, contrast, grid, false, RADIUS)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column
      const isInside = row >= RADIUS && column >= RADIUS && row < rows - RADIUS && column < columns - RADIUS
      contrast[at] = isInside ? Math.abs((luma[at] ?? 0) - (contrast[at] ?? 0) / 25) : 0
    }
  }
}
