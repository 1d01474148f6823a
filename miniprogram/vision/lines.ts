import type { Grid } from './grid'
import type { Slopes } from './slopes'

/** Lines that are told apart where it gets brighter, and as many where it gets darker. */
const MOST_OF_A_KIND = 20
export const MOST_LINES = 2 * MOST_OF_A_KIND + 3
/** Where a line is tried that is guessed from three others. */
export const GUESSED = MOST_LINES - 1
/** A cell's slope from which it may be part of a line, and from which it counts in full. */
const FAINT = 1.6
const PLAIN = 7
/** How far a line may lean: tangent of the angle to the axis that it runs along. */
const STEEPEST = 0.66
const SLANT = 0.03
const SLANTS = 2 * Math.round(STEEPEST / SLANT) + 1
/** Slants beside the one that a cell itself points to: its own is rough. */
const SPREAD = 4
/** Cells beyond each end of the grid where a line may cross the middle axis. */
const BEYOND = 48

/**
 * Straight edges that run along rows or along columns. One along rows is `y = place + slant * (x - middle)`, one
 * along columns has x and y exchanged; in cells.
 */
export interface Lines {
  count: number
  readonly place: Float32Array
  readonly slant: Float32Array
}

export interface LineFinder {
  readonly lines: Lines
  /** Votes by slant and place; first where it gets brighter along the grid, then where it gets darker */
  votes: Float32Array
  /** By place: the votes of the slant that has most, and which that is */
  most: Float32Array
  slants: Uint8Array
}

export const createLineFinder = (): LineFinder => ({
  lines: { count: 0, place: new Float32Array(MOST_LINES), slant: new Float32Array(MOST_LINES) },
  votes: new Float32Array(0),
  most: new Float32Array(0),
  slants: new Uint8Array(0),
})

/** Each cell where the slope is steepest votes for the lines that it may lie on. */
function vote(
  finder: LineFinder,
  slope: Float32Array,
  other: Float32Array,
  length: number,
  width: number,
  hops: readonly [number, number],
) {
  const [hop, lineHop] = hops
  const places = width + 2 * BEYOND
  const { votes } = finder
  const middle = length / 2
  const half = SLANTS * places
  for (let y = 2; y < width - 2; y++) {
    for (let x = 2; x < length - 2; x++) {
      const at = y * lineHop + x * hop
      const rise = slope[at] ?? 0
      const steep = Math.abs(rise)
      if (steep < FAINT) continue
      if (steep < Math.abs(slope[at - lineHop] ?? 0) || steep <= Math.abs(slope[at + lineHop] ?? 0)) continue
      const lean = -(other[at] ?? 0) / rise
      if (lean > STEEPEST || lean < -STEEPEST) continue
      const weight = steep > PLAIN ? 1 : steep / PLAIN
      const own = Math.round((lean + STEEPEST) / SLANT)
      const from = own > SPREAD ? own - SPREAD : 0
      const to = own + SPREAD < SLANTS ? own + SPREAD : SLANTS - 1
      const base = rise > 0 ? 0 : half
      for (let i = from; i <= to; i++) {
        const place = Math.round(y - (i * SLANT - STEEPEST) * (x - middle)) + BEYOND
        if (place < 0 || place >= places) continue
        const bin = base + i * places + place
        votes[bin] = (votes[bin] ?? 0) + weight
      }
    }
  }
}

/** Places beside a line that are the same line. */
const SAME = 2
/** Share of the grid's shorter side that a line's cells cover at least, all told */
const LEAST_LENGTH = 0.045

/** Takes the lines of one kind that have most votes: of all slants at a place the best one. */
function pick({ votes, most, slants, lines }: LineFinder, base: number, places: number, least: number): void {
  most.fill(0, 0, places)
  for (let slant = 0; slant < SLANTS; slant++) {
    const row = base + slant * places
    for (let place = 0; place < places; place++) {
      const count = votes[row + place] ?? 0
      if (count <= (most[place] ?? 0)) continue
      most[place] = count
      slants[place] = slant
    }
  }
  for (let i = 0; i < MOST_OF_A_KIND; i++) {
    let best = 0
    for (let place = 1; place < places; place++) if ((most[place] ?? 0) > (most[best] ?? 0)) best = place
    if ((most[best] ?? 0) < least) return
    lines.place[lines.count] = best - BEYOND
    lines.slant[lines.count] = (slants[best] ?? 0) * SLANT - STEEPEST
    lines.count++
    most.fill(0, Math.max(0, best - SAME), best + SAME + 1)
  }
}

/** Finds the lines along rows (`isRows`) or along columns. Memory is taken only when the grid has grown. */
export function findLines(finder: LineFinder, grid: Grid, slopes: Slopes, isRows: boolean): void {
  const { columns, rows } = grid
  const [length, width] = isRows ? [columns, rows] : [rows, columns]
  const places = width + 2 * BEYOND
  const size = 2 * SLANTS * places
  if (finder.votes.length < size) {
    finder.votes = new Float32Array(size)
    finder.most = new Float32Array(places)
    finder.slants = new Uint8Array(places)
  }
  finder.votes.fill(0, 0, size)
  const [slope, other] = isRows ? [slopes.down, slopes.across] : [slopes.across, slopes.down]
  vote(finder, slope, other, length, width, isRows ? [1, columns] : [columns, 1])
  const least = LEAST_LENGTH * Math.min(columns, rows)
  finder.lines.count = 0
  pick(finder, 0, places, least)
  pick(finder, SLANTS * places, places, least)
}
