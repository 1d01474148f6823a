import type { Box } from './box'
import { createEdges, type Edges, readEdges, supportOf } from './edges'
import type { Grid } from './grid'
import { createLineFinder, findLines, type LineFinder, type Lines } from './lines'
import { BORDER, createPairs, type Pairs, readPairs } from './pairs'
import type { Slopes } from './slopes'

/** Lines along rows, or along columns, and what tells that two opposite sides of a card lie on them. */
export interface Axis {
  readonly isRows: boolean
  readonly finder: LineFinder
  readonly edges: Edges
  readonly pairs: Pairs
  /** Lines from here on are no edges that were seen, but the ends of print. */
  boxed: number
}

/** What a side counts for at least where print ends, though no edge is seen there. */
const BOXED_SUPPORT = 0.6

export const createAxis = (isRows: boolean): Axis => ({
  isRows,
  finder: createLineFinder(),
  edges: createEdges(),
  pairs: createPairs(),
  boxed: 0,
})

function add(lines: Lines, place: number, slant: number): void {
  lines.place[lines.count] = place
  lines.slant[lines.count] = slant
  lines.count++
}

/** Finds the lines of a grid, and which of them are worth trying. Memory is taken only when the grid has grown. */
export function readAxis(axis: Axis, grid: Grid, slopes: Slopes, box: Box): void {
  const { isRows, finder, edges, pairs } = axis
  const { lines } = finder
  findLines(finder, grid, slopes, isRows)
  axis.boxed = lines.count
  if (box.isThere) {
    add(lines, box.places[isRows ? 0 : 3] ?? NaN, isRows ? box.slant : -box.slant)
    add(lines, box.places[isRows ? 2 : 1] ?? NaN, isRows ? box.slant : -box.slant)
  }
  readEdges(edges, lines, grid, slopes, isRows)
  readPairs(pairs, lines, axis.boxed, edges, isRows ? grid.rows : grid.columns)
}

/** How surely a side lies on a piece of a line; the frame's border counts in full. See {@link supportOf}. */
export function sideSupportOf(axis: Axis, line: number, isBehind: boolean, from: number, to: number): number {
  if (line === BORDER) return 1
  const support = supportOf(axis.edges, line, isBehind, from, to)
  const isBoxed = line >= axis.boxed && line < axis.finder.lines.count
  return isBoxed ? Math.max(support, BOXED_SUPPORT) : support
}
