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
  /** Sums of a line and kind that there is room for, and cells of a line */
  stride: number
  length: number
  /** By line, with the card behind it and before it: what its best piece has beyond {@link LEAST_SUPPORT}, in cells */
  readonly best: Float32Array
}

export const createEdges = (): Edges => ({
  sums: new Float32Array(0),
  stride: 0,
  length: 0,
  best: new Float32Array(2 * MOST_LINES),
})

/** What a side of a card has at least. */
export const LEAST_SUPPORT = 0.35

const clip = (step: number): number => (step > PLAIN ? 1 : step < LEAST * PLAIN ? LEAST : step / PLAIN)

/** A piece that goes on beyond the border is less like a card's side: cells from it, and what it is worth still. */
const AT_BORDER = 3
const OPEN = 0.6

/** The cell at a place across a line; the border's where that comes first. */
const held = (place: number, last: number): number => (place < 0 ? 0 : place > last ? last : place)

/** Sums up one line, seen with the card behind it (`inwards` 1) or before it (-1). */
function addLine(
  { sums, stride }: Edges,
  base: number,
  { columns, rows, luma }: Grid,
  { print }: Slopes,
  isRows: boolean,
  start: number,
  slant: number,
  inwards: 1 | -1,
): void {
  const length = isRows ? columns : rows
  const last = (isRows ? rows : columns) - 1
  const along = isRows ? 1 : columns
  const across = isRows ? columns : 1
  const hop = inwards * across
  let light = 0
  let dark = 0
  // Of a grid of another size something else may be left there.
  sums[base] = 0
  sums[base + stride] = 0
  let lightHere = 0
  let darkHere = 0
  for (let i = 0; i < length; i++) {
    // Every second cell stands for the next one too: edges are long, and this takes most of a look's time.
    if ((i & 1) === 0) {
      lightHere = 0
      darkHere = 0
      const place = Math.round(start + slant * (i + 0.5 - length / 2))
      if (place >= 0 && place <= last) {
        const from = i * along
        const isDeep = place >= 7 && place <= last - 7
        const at = from + place * across
        const margin = luma[isDeep ? at + hop : from + held(place + inwards, last) * across] ?? 0
        const deep = luma[isDeep ? at + 3 * hop : from + held(place + 3 * inwards, last) * across] ?? 0
        const paper = margin > deep ? margin : deep
        const edge = luma[isDeep ? at - hop : from + held(place - inwards, last) * across] ?? 0
        const near = luma[isDeep ? at - 2 * hop : from + held(place - 2 * inwards, last) * across] ?? 0
        const far = luma[isDeep ? at - 3 * hop : from + held(place - 3 * inwards, last) * across] ?? 0
        const step = paper - (near > far ? near : far)
        const shadow = SHADOW * (paper - (edge + near) / 2)
        lightHere = clip(step > shadow ? step : shadow)
        darkHere = clip((near < far ? near : far) - paper)
        const beyond = isDeep ? at - 5 * hop : from + held(place - 5 * inwards, last) * across
        const further = isDeep ? at - 7 * hop : from + held(place - 7 * inwards, last) * across
        const isRestless = isPrint(print[beyond] ?? 0, paper) || isPrint(print[further] ?? 0, paper)
        if (isRestless && Math.abs(Math.max(luma[beyond] ?? 0, luma[further] ?? 0) - paper) < SAME_PAPER * paper) {
          lightHere -= LOSS
          darkHere -= LOSS
        }
      }
    }
    light += lightHere
    dark += darkHere
    sums[base + i + 1] = light
    sums[base + stride + i + 1] = dark
  }
}

/**
 * @param base where the sums of a line and kind begin
 * @param first the first of its cells that is in the grid
 * @param last the last one
 * @returns what its best piece has beyond {@link LEAST_SUPPORT}, in cells; less where it goes on beyond the border
 */
function bestPieceOf({ sums }: Edges, base: number, first: number, last: number): number {
  let [piece, start] = [0, first]
  let [best, from, to] = [0, first, first]
  for (let i = first; i <= last; i++) {
    piece += (sums[base + i + 1] ?? 0) - (sums[base + i] ?? 0) - LEAST_SUPPORT
    if (piece < 0) {
      piece = 0
      start = i + 1
    } else if (piece > best) {
      best = piece
      from = start
      to = i
    }
  }
  return best * (from <= first + AT_BORDER ? OPEN : 1) * (to >= last - AT_BORDER ? OPEN : 1)
}

/** The cell along a line where it crosses a border of the grid. */
const crossing = (border: number, place: number, slant: number, length: number): number =>
  (border - place) / slant + length / 2 - 0.5

/** Sums up what is seen along lines. Memory is taken only when the grid has grown. */
export function readEdges(edges: Edges, lines: Lines, grid: Grid, slopes: Slopes, isRows: boolean): void {
  const stride = Math.max(grid.columns, grid.rows) + 1
  const size = MOST_LINES * KINDS * stride
  if (edges.sums.length < size) edges.sums = new Float32Array(size)
  edges.stride = stride
  const length = isRows ? grid.columns : grid.rows
  edges.length = length
  for (let line = 0; line < lines.count; line++) {
    const [place, slant] = [lines.place[line] ?? 0, lines.slant[line] ?? 0]
    const across = (isRows ? grid.rows : grid.columns) - 0.5
    const [enters, leaves] = slant < 0 ? [across, -0.5] : [-0.5, across]
    const first = Math.max(0, Math.ceil(crossing(enters, place, slant, length)))
    const last = Math.min(length - 1, Math.floor(crossing(leaves, place, slant, length)))
    for (let role = 0; role < 2; role++) {
      const light = (line * KINDS + 2 * role) * stride
      addLine(edges, light, grid, slopes, isRows, place, slant, role === 0 ? 1 : -1)
      const ofLight = bestPieceOf(edges, light, first, last)
      edges.best[2 * line + role] = Math.max(ofLight, bestPieceOf(edges, light + stride, first, last))
    }
  }
}

/** Sums up one line more. */
export function readEdge(
  edges: Edges,
  lines: Lines,
  line: number,
  grid: Grid,
  slopes: Slopes,
  isRows: boolean,
  isBehind: boolean,
) {
  const { stride } = edges
  const base = line * KINDS * stride + (isBehind ? 0 : 2 * stride)
  addLine(edges, base, grid, slopes, isRows, lines.place[line] ?? 0, lines.slant[line] ?? 0, isBehind ? 1 : -1)
}

/** Share of a side's length at each end that is round, or not quite met. */
const INSET = 0.04
/** Lines that go on beyond a side's ends are none of a card: how far, as a share of its length and in cells, */
const FURTHER_SHARE = 0.2
const FURTHER_CELLS = 6
/** from how many cells behind the end, and what it costs. */
const GAP = 2
const FURTHER_LOSS = 0.15

/**
 * How surely the card ends along a piece of a line.
 *
 * @param isBehind whether the card is behind the line
 * @returns -1.3..1
 */
export function supportOf(
  { sums, stride, length }: Edges,
  line: number,
  isBehind: boolean,
  from: number,
  to: number,
): number {
  const inset = INSET * (to - from)
  const first = Math.max(0, Math.round(from + inset))
  const last = Math.min(length, Math.round(to - inset))
  if (last <= first) return LEAST
  const base = (line * KINDS + (isBehind ? 0 : 2)) * stride
  const light = (sums[base + last] ?? 0) - (sums[base + first] ?? 0)
  const dark = (sums[base + stride + last] ?? 0) - (sums[base + stride + first] ?? 0)
  const kind = light > dark ? base : base + stride
  const reach = Math.max(FURTHER_CELLS, Math.round(FURTHER_SHARE * (to - from)))
  const start = Math.max(0, Math.round(from) - GAP)
  const end = Math.min(length, Math.round(to) + GAP)
  const before = (sums[kind + start] ?? 0) - (sums[kind + Math.max(0, start - reach)] ?? 0)
  const after = (sums[kind + Math.min(length, end + reach)] ?? 0) - (sums[kind + end] ?? 0)
  const further = (Math.max(0, before) + Math.max(0, after)) / reach
  return Math.max(light, dark) / (last - first) - FURTHER_LOSS * further
}
