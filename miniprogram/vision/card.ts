import type { Grid } from './grid'
import { insideOf } from './inside'
import { createLineFinder, findLines, type Lines } from './lines'
import { type Corners, supportOf } from './sides'
import type { Slopes } from './slopes'

/** A card that was found, or none: `sureness` is 0 then. */
export interface Card {
  /** 0..1 */
  sureness: number
  readonly corners: Corners
  /** How many of its sides are beyond the border. */
  cut: number
}

/** Width to height of what is looked for: 88 by 60 mm each page. */
const SHAPES = { 1: [88 / 60, 60 / 88], 2: [88 / 124, 180 / 60, 60 / 180] } as const
/** How far a shape may be off, seen from aside. */
const STRETCH = 1.27
/** Share of the grid that a card takes at least, each way. */
const SMALLEST = 0.13
const MOST_UNEVEN = 0.3
const LEAST_SUPPORT = 0.3
const LEAST_MEAN = 0.6
/** What a side counts for that is the border. */
const BORDER_SUPPORT = 0.55
const MOST_CUT = 2

/** Along which sides the border stands in for a line that is out of the frame. */
const BORDER = -1

const placeOf = (lines: Lines, i: number, border: number): number => (i === BORDER ? border : (lines.place[i] ?? 0))
const slantOf = (lines: Lines, i: number): number => (i === BORDER ? 0 : (lines.slant[i] ?? 0))

/** Finds the card in a grid. Memory is taken only when the grid has grown. */
export class CardFinder {
  readonly card: Card = { sureness: 0, corners: new Float32Array(8), cut: 0 }
  private readonly tried: Corners = new Float32Array(8)
  private readonly rows = createLineFinder()
  private readonly columns = createLineFinder()

  constructor(private readonly pages: 1 | 2) {}

  find(grid: Grid, slopes: Slopes): Card {
    findLines(this.rows, grid, slopes, true)
    findLines(this.columns, grid, slopes, false)
    this.card.sureness = 0
    this.search(grid, slopes, true)
    this.search(grid, slopes, false)
    return this.card
  }

  private search(grid: Grid, slopes: Slopes, isLight: boolean): void {
    const [tops, bottoms] = isLight ? [this.rows.rising, this.rows.falling] : [this.rows.falling, this.rows.rising]
    const [lefts, rights] = isLight
      ? [this.columns.rising, this.columns.falling]
      : [this.columns.falling, this.columns.rising]
    const [width, height] = [grid.columns, grid.rows]
    for (let top = BORDER; top < tops.count; top++) {
      const [a, t] = [placeOf(tops, top, 0), slantOf(tops, top)]
      for (let bottom = BORDER; bottom < bottoms.count; bottom++) {
        const [b, u] = [placeOf(bottoms, bottom, height - 1), slantOf(bottoms, bottom)]
        if (b - a < SMALLEST * height || (top !== BORDER && bottom !== BORDER && Math.abs(t - u) > MOST_UNEVEN))
          continue
        for (let left = BORDER; left < lefts.count; left++) {
          const [c, v] = [placeOf(lefts, left, 0), slantOf(lefts, left)]
          for (let right = BORDER; right < rights.count; right++) {
            const [d, w] = [placeOf(rights, right, width - 1), slantOf(rights, right)]
            if (d - c < SMALLEST * width || (left !== BORDER && right !== BORDER && Math.abs(v - w) > MOST_UNEVEN))
              continue
            const cut =
              Number(top === BORDER) + Number(bottom === BORDER) + Number(left === BORDER) + Number(right === BORDER)
            if (cut > MOST_CUT) continue
            if (cut === 0 && Math.abs(t + u + v + w) / 2 > MOST_UNEVEN) continue
            this.meet(0, a, t, c, v, grid)
            this.meet(1, a, t, d, w, grid)
            this.meet(2, b, u, d, w, grid)
            this.meet(3, b, u, c, v, grid)
            const isCutAcross = left === BORDER || right === BORDER
            const isCutDown = top === BORDER || bottom === BORDER
            if (!this.fits(grid, isCutAcross, isCutDown)) continue
            const mask =
              (top === BORDER ? 1 : 0) |
              (right === BORDER ? 2 : 0) |
              (bottom === BORDER ? 4 : 0) |
              (left === BORDER ? 8 : 0)
            this.judge(grid, slopes, isLight, mask, cut)
          }
        }
      }
    }
  }

  /** Sets a corner to where an edge along rows and one along columns meet. */
  private meet(corner: number, a: number, t: number, b: number, s: number, grid: Grid): void {
    const [middleX, middleY] = [grid.columns / 2, grid.rows / 2]
    const y = (a + t * (b - s * middleY - middleX)) / (1 - t * s)
    this.tried[2 * corner] = b + s * (y - middleY)
    this.tried[2 * corner + 1] = y
  }

  private lengthOf(side: number): number {
    const next = (side + 1) % 4
    const { tried } = this
    return Math.hypot(
      (tried[2 * next] ?? 0) - (tried[2 * side] ?? 0),
      (tried[2 * next + 1] ?? 0) - (tried[2 * side + 1] ?? 0),
    )
  }

  private fits(grid: Grid, isCutAcross: boolean, isCutDown: boolean): boolean {
    for (let corner = 0; corner < 4; corner++) {
      const [x, y] = [this.tried[2 * corner] ?? 0, this.tried[2 * corner + 1] ?? 0]
      if (x < -3 || y < -3 || x > grid.columns + 2 || y > grid.rows + 2) return false
    }
    const ratio = (this.lengthOf(0) + this.lengthOf(2)) / (this.lengthOf(1) + this.lengthOf(3))
    for (const shape of SHAPES[this.pages]) {
      const isWideEnough = ratio > shape / STRETCH || (isCutAcross && ratio > (shape / STRETCH) * 0.35)
      const isHighEnough = ratio < shape * STRETCH || (isCutDown && ratio < shape * STRETCH * 2.8)
      if (isWideEnough && isHighEnough) return true
    }
    return false
  }

  private judge(grid: Grid, slopes: Slopes, isLight: boolean, borders: number, cut: number): void {
    let sum = 0
    let length = 0
    for (let side = 0; side < 4; side++) {
      const isBorder = (borders & (1 << side)) !== 0
      const support = isBorder ? BORDER_SUPPORT : supportOf(grid, this.tried, side, isLight)
      if (support < LEAST_SUPPORT) return
      sum += support
      length += this.lengthOf(side)
    }
    const mean = sum / 4
    if (mean < LEAST_MEAN) return
    const sureness = mean + (0.1 * length) / (2 * (grid.columns + grid.rows))
    if (sureness <= this.card.sureness) return
    const inside = insideOf(grid, slopes, this.tried)
    if (inside.printShare < 0.1) return
    this.card.sureness = sureness
    this.card.cut = cut
    this.card.corners.set(this.tried)
  }
}
