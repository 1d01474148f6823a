import type { Grid } from './grid'
import { type Lines, MOST_LINES } from './lines'
import { isPrint, type Slopes } from './slopes'

/** Difference of luminance that tells the card from what it lies on. */
const PLAIN = 4.5
const LEAST = -1
/** What the shadow counts for that a page has around it on a desk as light as it is. */
const SHADOW = 0.75
/** What is lost where the same print and paper is beyond. */
const LOSS = 0.3
const SAME_PAPER = 0.1
/** By where the card is: behind the edge and lighter than what is before it, behind and darker, before and lighter, … */
const KINDS = 4

/** How surely lines are edges of paper, summed up along each. */
export interface Edges {
  /** By line, kind and cell: the sum of what is before the cell */
  sums: Float32Array
  /** Sums of a line and kind */
  stride: number
}

export const createEdges = (): Edges => ({ sums: new Float32Array(0), stride: 0 })

const clip = (step: number): number => (step > PLAIN ? 1 : step < LEAST * PLAIN ? LEAST : step / PLAIN)

/** Sums up one line, seen with the card behind it (`inwards` 1) or before it (-1). */
function addLine(
  edges: Edges,
  base: number,
  grid: Grid,
  slopes: Slopes,
  isRows: boolean,
  place: number,
  slant: number,
  inwards: 1 | -1,
) {
  const { columns, rows, luma } = grid
  const [length, width] = isRows ? [columns, rows] : [rows, columns]
  const [along, across] = isRows ? [1, columns] : [columns, 1]
  const { sums, stride } = edges
  let [light, dark] = [0, 0]
  for (let i = 0; i < length; i++) {
    const own = Math.round(place + slant * (i - length / 2))
    const from = i * along
    /** The cell so many cells behind the edge; the last there is where the border comes first. */
    const at = (cells: number): number => {
      const to = own + cells * inwards
      return from + (to < 0 ? 0 : to < width ? to : width - 1) * across
    }
    if (own >= 0 && own < width) {
      const paper = Math.max(luma[at(1)] ?? 0, luma[at(3)] ?? 0)
      const [near, far] = [luma[at(-2)] ?? 0, luma[at(-3)] ?? 0]
      const outline = Math.min(luma[at(-1)] ?? 0, near)
      const beyond = Math.max(luma[at(-5)] ?? 0, luma[at(-6)] ?? 0, luma[at(-8)] ?? 0)
      const restless = Math.max(slopes.print[at(-5)] ?? 0, slopes.print[at(-6)] ?? 0, slopes.print[at(-8)] ?? 0)
      const isSame = isPrint(restless, paper) && Math.abs(beyond - paper) < SAME_PAPER * paper
      const loss = isSame ? LOSS : 0
      light += clip(Math.max(paper - Math.max(near, far), SHADOW * (paper - outline))) - loss
      dark += clip(Math.min(near, far) - paper) - loss
    }
    sums[base + i + 1] = light
    sums[base + stride + i + 1] = dark
  }
}

/** Sums up what is seen along lines. Memory is taken only when the grid has grown. */
export function readEdges(edges: Edges, lines: Lines, grid: Grid, slopes: Slopes, isRows: boolean): void {
  const stride = Math.max(grid.columns, grid.rows) + 1
  const size = MOST_LINES * KINDS * stride
  if (edges.sums.length < size) edges.sums = new Float32Array(size)
  edges.stride = stride
  for (let line = 0; line < lines.count; line++) {
    const [place, slant] = [lines.place[line] ?? 0, lines.slant[line] ?? 0]
    const base = line * KINDS * stride
    addLine(edges, base, grid, slopes, isRows, place, slant, 1)
    addLine(edges, base + 2 * stride, grid, slopes, isRows, place, slant, -1)
  }
}

/** Share of a side's length at each end that is round, or not quite met. */
const INSET = 0.04

/**
 * How surely the card ends along a piece of a line.
 *
 * @param isBehind whether the card is behind the line
 * @returns -1.3..1
 */
export function supportOf({ sums, stride }: Edges, line: number, isBehind: boolean, from: number, to: number): number {
  const inset = INSET * (to - from)
  const first = Math.max(0, Math.round(from + inset))
  const last = Math.min(stride - 1, Math.round(to - inset))
  if (last <= first) return LEAST
  const base = (line * KINDS + (isBehind ? 0 : 2)) * stride
  const light = (sums[base + last] ?? 0) - (sums[base + first] ?? 0)
  const dark = (sums[base + stride + last] ?? 0) - (sums[base + stride + first] ?? 0)
  return Math.max(light, dark) / (last - first)
}
