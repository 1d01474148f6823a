import type { Grid } from './grid'
import type { Corners } from './quad'

/** Places of a card that are compared. */
const ACROSS = 22
const DOWN = 15
/** Share of the card at each border that is left out: its edges are found only about where they are. */
const INSET = 0.06

/** What a page looks like in little, whatever the light: mean 0, length 1. */
export type Likeness = Float32Array

export const createLikeness = (): Likeness => new Float32Array(ACROSS * DOWN)

/** Mean luminance of a cell and those around it. */
function around({ luma, columns, rows }: Grid, x: number, y: number): number {
  const column = Math.max(1, Math.min(columns - 2, Math.round(x)))
  const row = Math.max(1, Math.min(rows - 2, Math.round(y)))
  let sum = 0
  for (let at = (row - 1) * columns + column; at <= (row + 1) * columns + column; at += columns)
    sum += (luma[at - 1] ?? 0) + (luma[at] ?? 0) + (luma[at + 1] ?? 0)
  return sum / 9
}

/** Sets a likeness to what a quad of the grid shows. */
export function readLikeness(likeness: Likeness, grid: Grid, corners: Corners): void {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = corners
  let sum = 0
  for (let i = 0; i < DOWN; i++) {
    const down = INSET + ((1 - 2 * INSET) * i) / (DOWN - 1)
    for (let j = 0; j < ACROSS; j++) {
      const across = INSET + ((1 - 2 * INSET) * j) / (ACROSS - 1)
      const x = (ax + (bx - ax) * across) * (1 - down) + (dx + (cx - dx) * across) * down
      const y = (ay + (by - ay) * across) * (1 - down) + (dy + (cy - dy) * across) * down
      const luma = around(grid, x, y)
      likeness[i * ACROSS + j] = luma
      sum += luma
    }
  }
  let square = 0
  for (let i = 0; i < likeness.length; i++) {
    const value = (likeness[i] ?? 0) - sum / likeness.length
    likeness[i] = value
    square += value * value
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let i = 0; i < likeness.length; i++) likeness[i] = (likeness[i] ?? 0) * scale
}

/** Correlation, -1..1. */
export function correlationOf(one: Likeness, other: Likeness): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0)
  return sum
}
