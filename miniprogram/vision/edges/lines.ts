import type { Scan } from '../grid/scan'

/** Lines kept of each polarity: brighter behind the line, and darker. */
const MAX_OF_POLARITY = 20
/** Two more for the text box, and one that is inferred from three others. */
export const MAX_LINES = 2 * MAX_OF_POLARITY + 3
/** Index of the inferred line. */
export const INFERRED = MAX_LINES - 1
/** Gradient from which a cell votes, and from which its vote has full weight. */
const MIN_GRADIENT = 1.6
const FULL_GRADIENT = 7
/** Slopes of lines: dy / dx of one along rows, dx / dy of one along columns. */
const MAX_SLOPE = 0.66
const SLOPE_STEP = 0.03
const SLOPES = 2 * Math.round(MAX_SLOPE / SLOPE_STEP) + 1
/** A cell votes for this many slopes to each side of its own, which is imprecise. */
const SLOPE_SPREAD = 4
/** A line may cross the middle axis this many cells outside the grid. */
const OUTSIDE = 48
/** Non-maximum suppression: cells to each side */
const SUPPRESSED = 2
/** Votes that a line needs, as a share of the grid's shorter side */
const MIN_VOTES_SHARE = 0.045

/**
 * Straight lines along rows: `y = offset + slope * (x - columns / 2)`; along columns with x and y swapped. In cells.
 */
export interface Lines {
  count: number
  readonly offset: Float32Array
  readonly slope: Float32Array
}

/** Finds straight edges by a Hough transform over offset and slope. */
export class LineFinder {
  readonly lines: Lines = { count: 0, offset: new Float32Array(MAX_LINES), slope: new Float32Array(MAX_LINES) }
  /** By polarity, slope and offset */
  private votes = new Float32Array(0)
  /** By offset: the most votes of any slope, and the index of that slope */
  private max = new Float32Array(0)
  private maxSlope = new Uint8Array(0)

  /** Allocates only when the grid has grown. */
  find(scan: Scan): void {
    const offsets = scan.width + 2 * OUTSIDE
    const size = 2 * SLOPES * offsets
    if (this.votes.length < size) {
      this.votes = new Float32Array(size)
      this.max = new Float32Array(offsets)
      this.maxSlope = new Uint8Array(offsets)
    }
    this.votes.fill(0, 0, size)
    this.vote(scan, offsets)
    const minVotes = MIN_VOTES_SHARE * Math.min(scan.length, scan.width)
    this.lines.count = 0
    this.pick(0, offsets, minVotes)
    this.pick(SLOPES * offsets, offsets, minVotes)
  }

  /** Each cell at a ridge of the gradient votes for the lines it may lie on. */
  private vote({ grid, isRows, length, width, along, across }: Scan, offsets: number): void {
    const { votes } = this
    const [gradient, other] = isRows ? [grid.dy, grid.dx] : [grid.dx, grid.dy]
    const middle = length / 2
    const half = SLOPES * offsets
    for (let y = 2; y < width - 2; y++) {
      for (let x = 2; x < length - 2; x++) {
        const at = y * across + x * along
        const rise = gradient[at] ?? 0
        const steepness = Math.abs(rise)
        if (steepness < MIN_GRADIENT) continue
        if (steepness < Math.abs(gradient[at - across] ?? 0) || steepness <= Math.abs(gradient[at + across] ?? 0))
          continue
        const slope = -(other[at] ?? 0) / rise
        if (slope > MAX_SLOPE || slope < -MAX_SLOPE) continue
        const weight = steepness > FULL_GRADIENT ? 1 : steepness / FULL_GRADIENT
        const own = Math.round((slope + MAX_SLOPE) / SLOPE_STEP)
        const from = own > SLOPE_SPREAD ? own - SLOPE_SPREAD : 0
        const to = own + SLOPE_SPREAD < SLOPES ? own + SLOPE_SPREAD : SLOPES - 1
        const base = rise > 0 ? 0 : half
        for (let i = from; i <= to; i++) {
          const offset = Math.round(y - (i * SLOPE_STEP - MAX_SLOPE) * (x - middle)) + OUTSIDE
          if (offset < 0 || offset >= offsets) continue
          const bin = base + i * offsets + offset
          votes[bin] = (votes[bin] ?? 0) + weight
        }
      }
    }
  }

  /** Adds the lines of one polarity with most votes. */
  private pick(base: number, offsets: number, minVotes: number): void {
    const { votes, max, maxSlope, lines } = this
    max.fill(0, 0, offsets)
    for (let slope = 0; slope < SLOPES; slope++) {
      const row = base + slope * offsets
      for (let offset = 0; offset < offsets; offset++) {
        const count = votes[row + offset] ?? 0
        if (count <= (max[offset] ?? 0)) continue
        max[offset] = count
        maxSlope[offset] = slope
      }
    }
    for (let i = 0; i < MAX_OF_POLARITY; i++) {
      let best = 0
      for (let offset = 1; offset < offsets; offset++) if ((max[offset] ?? 0) > (max[best] ?? 0)) best = offset
      if ((max[best] ?? 0) < minVotes) return
      lines.offset[lines.count] = best - OUTSIDE
      lines.slope[lines.count] = (maxSlope[best] ?? 0) * SLOPE_STEP - MAX_SLOPE
      lines.count++
      max.fill(0, Math.max(0, best - SUPPRESSED), best + SUPPRESSED + 1)
    }
  }
}
