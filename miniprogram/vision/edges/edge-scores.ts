import type { Scan } from '../grid/scan'
import { isText } from '../grid/text'
import { type Lines, MAX_LINES } from './lines'

/** Step of luminance that counts as a full edge. */
const FULL_STEP = 4.5
/** Weight of the shadow around a page, which is all there is on a desk as light as the paper. */
const SHADOW_WEIGHT = 0.75
/** Penalty where the same paper and text go on behind the edge, and the difference of paper up to which it is the same. */
const SAME_PAPER_PENALTY = 0.3
const SAME_PAPER_SHARE = 0.1
/** Cells before and behind a line at which luminance is read, at most. */
const DEPTH = 7
/** Sums per line: card behind the line and brighter, behind and darker, before and brighter, before and darker. */
const KINDS = 4
/** Score per cell that a side of a card needs. */
export const MIN_SCORE = 0.35
/** A stretch of a line that ends this near to the border, in cells, counts for less: a desk's edge goes on. */
const NEAR_BORDER = 3
const NEAR_BORDER_WEIGHT = 0.6
/** Share of a side's length left out at each end: corners are round. */
const INSET = 0.04
/** An edge that goes on past a card's corners: how far it is followed, as a share of the side and in cells, */
const OVERSHOOT_SHARE = 0.2
const OVERSHOOT_CELLS = 6
/** from how many cells past the corner, and the penalty. */
const OVERSHOOT_GAP = 2
const OVERSHOOT_PENALTY = 0.15

const clip = (step: number): number => (step > FULL_STEP ? 1 : step < -FULL_STEP ? -1 : step / FULL_STEP)

const clamp = (value: number, max: number): number => (value < 0 ? 0 : value > max ? max : value)

/** The cell along a line where it crosses the border of the grid at `border`. */
const crossing = (border: number, offset: number, slope: number, length: number): number =>
  (border - offset) / slope + length / 2 - 0.5

/** How well lines match the edge of a page, as prefix sums along each line. */
export class EdgeScores {
  /** By line and role (0: the card lies behind the line, 1: before it): its best stretch above {@link MIN_SCORE} */
  readonly best = new Float32Array(2 * MAX_LINES)
  /** Prefix sums by line, kind and cell */
  private sums = new Float32Array(0)
  /** Cells of a line and kind that there is room for */
  private stride = 0
  private length = 0

  /** Allocates only when the grid has grown. */
  read(lines: Lines, scan: Scan): void {
    const { length, width } = scan
    this.stride = Math.max(length, width) + 1
    this.length = length
    const size = MAX_LINES * KINDS * this.stride
    if (this.sums.length < size) this.sums = new Float32Array(size)
    for (let line = 0; line < lines.count; line++) {
      const [offset, slope] = [lines.offset[line] ?? 0, lines.slope[line] ?? 0]
      const [enters, leaves] = slope < 0 ? [width - 0.5, -0.5] : [-0.5, width - 0.5]
      const first = Math.max(0, Math.ceil(crossing(enters, offset, slope, length)))
      const last = Math.min(length - 1, Math.floor(crossing(leaves, offset, slope, length)))
      for (let role = 0; role < 2; role++) {
        this.readLine(lines, line, scan, role === 0)
        const base = this.baseOf(line, role === 0)
        const brighter = this.bestStretch(base, first, last)
        this.best[2 * line + role] = Math.max(brighter, this.bestStretch(base + this.stride, first, last))
      }
    }
  }

  /** @param isFirst whether the card lies behind the line, which is its top or left side then */
  readLine(lines: Lines, line: number, scan: Scan, isFirst: boolean): void {
    const { sums, stride } = this
    const { grid, length, along, across } = scan
    const { luma, contrast } = grid
    const [start, slope] = [lines.offset[line] ?? 0, lines.slope[line] ?? 0]
    const base = this.baseOf(line, isFirst)
    const last = scan.width - 1
    const inwards = isFirst ? 1 : -1
    const hop = inwards * across
    let brighter = 0
    let darker = 0
    sums[base] = 0
    sums[base + stride] = 0
    let brighterHere = 0
    let darkerHere = 0
    for (let i = 0; i < length; i++) {
      // Every second cell stands for the next one too: most of a frame's time goes here.
      if ((i & 1) === 0) {
        brighterHere = 0
        darkerHere = 0
        const place = Math.round(start + slope * (i + 0.5 - length / 2))
        if (place >= 0 && place <= last) {
          const from = i * along
          const isDeep = place >= DEPTH && place <= last - DEPTH
          const at = from + place * across
          const margin = luma[isDeep ? at + hop : from + clamp(place + inwards, last) * across] ?? 0
          const deep = luma[isDeep ? at + 3 * hop : from + clamp(place + 3 * inwards, last) * across] ?? 0
          const paper = margin > deep ? margin : deep
          const edge = luma[isDeep ? at - hop : from + clamp(place - inwards, last) * across] ?? 0
          const near = luma[isDeep ? at - 2 * hop : from + clamp(place - 2 * inwards, last) * across] ?? 0
          const far = luma[isDeep ? at - 3 * hop : from + clamp(place - 3 * inwards, last) * across] ?? 0
          const step = paper - (near > far ? near : far)
          const shadow = SHADOW_WEIGHT * (paper - (edge + near) / 2)
          brighterHere = clip(step > shadow ? step : shadow)
          darkerHere = clip((near < far ? near : far) - paper)
          const outside = isDeep ? at - 5 * hop : from + clamp(place - 5 * inwards, last) * across
          const farther = isDeep ? at - 7 * hop : from + clamp(place - 7 * inwards, last) * across
          const hasText = isText(contrast[outside] ?? 0, paper) || isText(contrast[farther] ?? 0, paper)
          if (
            hasText &&
            Math.abs(Math.max(luma[outside] ?? 0, luma[farther] ?? 0) - paper) < SAME_PAPER_SHARE * paper
          ) {
            brighterHere -= SAME_PAPER_PENALTY
            darkerHere -= SAME_PAPER_PENALTY
          }
        }
      }
      brighter += brighterHere
      darker += darkerHere
      sums[base + i + 1] = brighter
      sums[base + stride + i + 1] = darker
    }
  }

  /** Mean score per cell between two places on a line; 1: a clear edge all along */
  scoreOf(line: number, isFirst: boolean, from: number, to: number): number {
    const { sums, stride, length } = this
    const inset = INSET * (to - from)
    const first = Math.max(0, Math.round(from + inset))
    const last = Math.min(length, Math.round(to - inset))
    if (last <= first) return -1
    const base = this.baseOf(line, isFirst)
    const brighter = (sums[base + last] ?? 0) - (sums[base + first] ?? 0)
    const darker = (sums[base + stride + last] ?? 0) - (sums[base + stride + first] ?? 0)
    const kind = brighter > darker ? base : base + stride
    const reach = Math.max(OVERSHOOT_CELLS, Math.round(OVERSHOOT_SHARE * (to - from)))
    const start = Math.max(0, Math.round(from) - OVERSHOOT_GAP)
    const end = Math.min(length, Math.round(to) + OVERSHOOT_GAP)
    const before = (sums[kind + start] ?? 0) - (sums[kind + Math.max(0, start - reach)] ?? 0)
    const after = (sums[kind + Math.min(length, end + reach)] ?? 0) - (sums[kind + end] ?? 0)
    const overshoot = (Math.max(0, before) + Math.max(0, after)) / reach
    return Math.max(brighter, darker) / (last - first) - OVERSHOOT_PENALTY * overshoot
  }

  private baseOf(line: number, isFirst: boolean): number {
    return (line * KINDS + (isFirst ? 0 : 2)) * this.stride
  }

  /** Sum of scores above {@link MIN_SCORE} over the best stretch of a line (Kadane's algorithm) */
  private bestStretch(base: number, first: number, last: number): number {
    const { sums } = this
    let [sum, start] = [0, first]
    let [best, from, to] = [0, first, first]
    for (let i = first; i <= last; i++) {
      sum += (sums[base + i + 1] ?? 0) - (sums[base + i] ?? 0) - MIN_SCORE
      if (sum < 0) {
        sum = 0
        start = i + 1
      } else if (sum > best) {
        best = sum
        from = start
        to = i
      }
    }
    const startWeight = from <= first + NEAR_BORDER ? NEAR_BORDER_WEIGHT : 1
    return best * startWeight * (to >= last - NEAR_BORDER ? NEAR_BORDER_WEIGHT : 1)
  }
}
