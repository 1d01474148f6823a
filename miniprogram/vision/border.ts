import type { Grid } from './grid'
import { isPrint, type Slopes } from './slopes'

/** Cells from the border, where a page that is cut off there goes on, and how far its luminance may be from the rest's. */
const PAPER = [2, 4] as const
const PAPER_SHARE = 0.22
/** Cells from the border, as far as there must be print: more than a page has margin. */
const PRINTED = [3, 5, 7, 9, 11] as const
const PRINTED_SHARE = 0.15

/**
 * How surely a page goes on beyond a piece of the frame's border: it is as light there as elsewhere, and printed.
 *
 * @param side 0 top, 1 right, 2 bottom, 3 left
 * @param paper luminance of the page's paper
 * @returns 0..1
 */
export function continuationOf(
  grid: Grid,
  slopes: Slopes,
  side: number,
  from: number,
  to: number,
  paper: number,
): number {
  const { columns, rows, luma } = grid
  const isRow = side % 2 === 0
  const [along, across] = isRow ? [1, columns] : [columns, 1]
  const start = side === 1 ? columns - 1 : side === 2 ? (rows - 1) * columns : 0
  const inwards = side === 0 || side === 3 ? across : -across
  const [first, last] = [Math.max(0, Math.round(from)), Math.min(isRow ? columns : rows, Math.round(to))]
  if (last <= first) return 0
  let [light, printed] = [0, 0]
  for (let i = first; i < last; i++) {
    const at = start + i * along
    const lightest = Math.max(luma[at + PAPER[0] * inwards] ?? 0, luma[at + PAPER[1] * inwards] ?? 0)
    if (Math.abs(lightest - paper) < PAPER_SHARE * paper) light++
    for (const depth of PRINTED) if (isPrint(slopes.print[at + depth * inwards] ?? 0, paper)) printed++
  }
  const count = last - first
  return (light / count) * Math.min(1, printed / (count * PRINTED.length * PRINTED_SHARE))
}
