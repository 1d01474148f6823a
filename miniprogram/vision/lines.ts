import type { Grid } from './grid'
import type { Slopes } from './slopes'

/** Lines that are told apart of one kind. */
export const MOST_LINES = 9
/** A cell's slope from which it may be part of a line, and from which it counts in full. */
const FAINT = 2.2
const PLAIN = 12
/** How far a line may lean: tangent of the angle to the axis that it runs along. */
const STEEPEST = 0.66
const SLANT = 0.03
const SLANTS = 2 * Math.round(STEEPEST / SLANT) + 1
/** Slants beside the one that a cell itself points to: its own is rough. */
const SPREAD = 4
/** Cells beyond each end of the grid where a line may cross the middle axis. */
const BEYOND = 48

/**
 * The straight edges of one kind: those that run along rows or along columns, and where it gets brighter or darker
 * from the grid's start. An edge along rows is `y = place + slant * (x - middle)`, one along columns has x and y
 * exchanged; in cells.
 */
export interface Lines {
  count: number
  readonly place: Float32Array
  readonly slant: Float32Array
}

export interface LineFinder {
  readonly rising: Lines
  readonly falling: Lines
  /** Votes by slant and place, of both kinds */
  votes: Float32Array
}

const createLines = (): Lines => ({
  count: 0,
  place: new Float32Array(MOST_LINES),
  slant: new Float32Array(MOST_LINES),
})

export const createLineFinder = (): LineFinder => ({
  rising: createLines(),
  falling: createLines(),
  votes: new Float32Array(0),
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

const CLEAR_SLANTS = 4
const CLEAR_PLACES = 2

/** Takes the lines with most votes, and with each the votes of those that are nearly the same. */
function pick(lines: Lines, votes: Float32Array, base: number, places: number, least: number): void {
  lines.count = 0
  while (lines.count < MOST_LINES) {
    let best = -1
    let most = least
    for (let bin = base; bin < base + SLANTS * places; bin++) {
      const count = votes[bin] ?? 0
      if (count > most) {
        most = count
        best = bin
      }
    }
    if (best < 0) return
    const slant = Math.floor((best - base) / places)
    const place = (best - base) % places
    lines.place[lines.count] = place - BEYOND
    lines.slant[lines.count] = slant * SLANT - STEEPEST
    lines.count++
    for (let i = Math.max(0, slant - CLEAR_SLANTS); i <= Math.min(SLANTS - 1, slant + CLEAR_SLANTS); i++) {
      const row = base + i * places
      votes.fill(0, row + Math.max(0, place - CLEAR_PLACES), row + Math.min(places, place + CLEAR_PLACES + 1))
    }
  }
}

/** Share of the grid's shorter side that a line's cells cover at least, all told */
const LEAST_LENGTH = 0.1

/** Finds the lines along rows (`isRows`) or along columns. Memory is taken only when the grid has grown. */
export function findLines(finder: LineFinder, grid: Grid, slopes: Slopes, isRows: boolean): void {
  const { columns, rows } = grid
  const [length, width] = isRows ? [columns, rows] : [rows, columns]
  const places = width + 2 * BEYOND
  const size = 2 * SLANTS * places
  if (finder.votes.length < size) finder.votes = new Float32Array(size)
  finder.votes.fill(0, 0, size)
  const [slope, other] = isRows ? [slopes.down, slopes.across] : [slopes.across, slopes.down]
  vote(finder, slope, other, length, width, isRows ? [1, columns] : [columns, 1])
  const least = LEAST_LENGTH * Math.min(columns, rows)
  pick(finder.rising, finder.votes, 0, places, least)
  pick(finder.falling, finder.votes, SLANTS * places, places, least)
}
