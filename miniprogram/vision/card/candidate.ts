import type { Axis } from '../edges/axis'
import { MIN_SCORE } from '../edges/edge-scores'
import { BORDER } from '../edges/pairs'
import { type Edge, refine } from '../edges/refine'
import { fitsAspect } from '../quad/aspect'
import { type Corners, isFirstSide, ratioOf, sideEnd, sideStart, unevennessOf } from '../quad/corners'

/** Bounds on perspective: how far corners may be from square, and how much opposite sides may differ, by pages. */
const MAX_SKEW = 0.3
const MAX_UNEVENNESS = { 1: 1.5, 2: 1.8 } as const
/** Slack of the aspect ratio measured at the middle axes, before the corners are known. */
const ROUGH_SLACK = 1.3
/** Corners may be outside the grid by this many cells. */
const OUTSIDE = 3

/** A card in the grid. */
export interface Card {
  /** Mean score of the sides, 0..1, and a small bonus for size; 0: no card */
  readonly score: number
  readonly corners: Corners
  /** How many sides are beyond the border. */
  readonly cutSides: number
  /** Whether all expected pages are there, not a part of them or something of a similar shape. */
  readonly isWhole: boolean
}

const edge: Edge = { offset: 0, slope: 0 }

/** Four lines that may be the sides of a card; where one is cut off, the border. */
export class Candidate implements Card {
  score = 0
  cutSides = 0
  isWhole = true
  readonly corners: Corners = new Float32Array(8)
  /** By side (0: top, 1: right, 2: bottom, 3: left): the line, and a copy of its offset and slope; see `Lines` */
  readonly lines = new Int8Array(4)
  private readonly offsets = new Float32Array(4)
  private readonly slopes = new Float32Array(4)

  constructor(
    readonly rows: Axis,
    readonly columns: Axis,
  ) {}

  axisOf(side: number): Axis {
    return side % 2 === 0 ? this.rows : this.columns
  }

  /** Sets the corners from the lines. @returns whether they can be those of a card */
  place(pages: 1 | 2): boolean {
    const { rows, corners, lines, offsets, slopes } = this
    this.cutSides = 0
    for (let side = 0; side < 4; side++) {
      const line = lines[side] ?? BORDER
      offsets[side] = this.axisOf(side).offsetOf(line, isFirstSide(side))
      slopes[side] = this.axisOf(side).slopeOf(line)
      if (line === BORDER) this.cutSides++
    }
    const isCutDown = lines[0] === BORDER || lines[2] === BORDER
    const isCutAcross = lines[1] === BORDER || lines[3] === BORDER
    const across = (offsets[1] ?? 0) - (offsets[3] ?? 0)
    const down = (offsets[2] ?? 0) - (offsets[0] ?? 0)
    if (!fitsAspect(pages, across / down, isCutAcross, isCutDown, ROUGH_SLACK)) return false
    const skew = Math.abs((slopes[0] ?? 0) + (slopes[1] ?? 0) + (slopes[2] ?? 0) + (slopes[3] ?? 0)) / 2
    if (this.cutSides === 0 && skew > MAX_SKEW) return false
    this.intersect()
    const { length: width, width: height } = rows.scan
    for (let i = 0; i < 8; i += 2) {
      const x = corners[i] ?? 0
      const y = corners[i + 1] ?? 0
      if (x < -OUTSIDE || x >= width + OUTSIDE || y < -OUTSIDE || y >= height + OUTSIDE) return false
    }
    return (
      unevennessOf(corners) < MAX_UNEVENNESS[pages] && fitsAspect(pages, ratioOf(corners), isCutAcross, isCutDown, 1)
    )
  }

  /** Sets each corner to where its two sides meet. */
  private intersect(): void {
    const { corners, offsets, slopes } = this
    const { length, width } = this.rows.scan
    const middleX = length / 2
    const middleY = width / 2
    for (let corner = 0; corner < 4; corner++) {
      const row = corner < 2 ? 0 : 2
      const column = corner === 1 || corner === 2 ? 1 : 3
      const rowSlope = slopes[row] ?? 0
      const offset = offsets[column] ?? 0
      const slope = slopes[column] ?? 0
      const y = ((offsets[row] ?? 0) + rowSlope * (offset - slope * middleY - middleX)) / (1 - rowSlope * slope)
      corners[2 * corner] = offset + slope * (y - middleY)
      corners[2 * corner + 1] = y
    }
  }

  sideScore(side: number): number {
    const { corners, lines } = this
    const line = lines[side] ?? BORDER
    return this.axisOf(side).scoreOf(line, isFirstSide(side), sideStart(corners, side), sideEnd(corners, side))
  }

  /** Sum of the sides' scores; 0 if a side is not an edge */
  totalScore(): number {
    let total = 0
    for (let side = 0; side < 4; side++) {
      const score = this.sideScore(side)
      if (score < MIN_SCORE) return 0
      total += score
    }
    return total
  }

  /** Takes over the sides of another candidate. */
  copy(other: Candidate): void {
    this.cutSides = other.cutSides
    this.corners.set(other.corners)
    this.lines.set(other.lines)
    this.offsets.set(other.offsets)
    this.slopes.set(other.slopes)
  }

  /** Moves the sides to the edges near them. */
  refine(): void {
    const { corners, lines, offsets, slopes } = this
    for (let side = 0; side < 4; side++) {
      if (lines[side] === BORDER) continue
      edge.offset = offsets[side] ?? 0
      edge.slope = slopes[side] ?? 0
      refine(edge, this.axisOf(side).scan, corners, side)
      offsets[side] = edge.offset
      slopes[side] = edge.slope
    }
    this.intersect()
  }
}
