import { continuationOf } from './border'
import { createEdges, readEdges, supportOf } from './edges'
import type { Grid } from './grid'
import { insideOf } from './inside'
import { createLineFinder, findLines, type Lines } from './lines'
import { type Corners, lengthOf, meet, ratioOf } from './quad'
import { isShaped } from './shape'
import type { Slopes } from './slopes'

/** A card that was found, or none: `sureness` is 0 then. */
export interface Card {
  /** 0..1, and a little more for a large one */
  sureness: number
  readonly corners: Corners
  /** How many of its sides are beyond the border. */
  cut: number
}

/** Share of the grid that a card takes at least, each way. */
const SMALLEST = 0.075
/** How much opposite sides may differ in slant, and how far corners may be from square. */
const MOST_UNEVEN = 0.3
/** What each side must have, those of a card that is cut off in the mean, and all in the mean. */
const LEAST_SUPPORT = 0.35
const LEAST_CUT_SUPPORT = 0.75
const LEAST_MEAN = 0.55
/** What a side counts for at most that is the border. */
const BORDER_SUPPORT = 0.65
const MOST_CUT = 2
/** Of two that are as sure the larger one is the card, and the other a part of it. */
const SIZE_BONUS = 0.15
const LEAST_PRINT = 0.1

/** Stands for the line that the frame's border is. */
const BORDER = -1

const placeOf = (lines: Lines, i: number, border: number): number => (i === BORDER ? border : (lines.place[i] ?? 0))
const slantOf = (lines: Lines, i: number): number => (i === BORDER ? 0 : (lines.slant[i] ?? 0))

/** Finds the card in a grid: four lines that paper ends at, with print between them. */
export class CardFinder {
  readonly card: Card = { sureness: 0, corners: new Float32Array(8), cut: 0 }
  private readonly tried: Corners = new Float32Array(8)
  private readonly rows = createLineFinder()
  private readonly columns = createLineFinder()
  private readonly rowEdges = createEdges()
  private readonly columnEdges = createEdges()

  constructor(private readonly pages: 1 | 2) {}

  /** Memory is taken only when the grid has grown. What is returned is overwritten by the next call. */
  find(grid: Grid, slopes: Slopes): Card {
    findLines(this.rows, grid, slopes, true)
    findLines(this.columns, grid, slopes, false)
    readEdges(this.rowEdges, this.rows.lines, grid, slopes, true)
    readEdges(this.columnEdges, this.columns.lines, grid, slopes, false)
    this.card.sureness = 0
    const { lines } = this.rows
    for (let top = BORDER; top < lines.count; top++) {
      for (let bottom = BORDER; bottom < lines.count; bottom++) {
        if (this.isPair(lines, top, bottom, grid.rows)) this.tryColumns(grid, slopes, top, bottom)
      }
    }
    return this.card
  }

  private isPair(lines: Lines, first: number, second: number, size: number): boolean {
    const distance = placeOf(lines, second, size - 1) - placeOf(lines, first, 0)
    if (distance < SMALLEST * size) return false
    if (first === BORDER || second === BORDER) return true
    return Math.abs(slantOf(lines, first) - slantOf(lines, second)) < MOST_UNEVEN
  }

  private tryColumns(grid: Grid, slopes: Slopes, top: number, bottom: number): void {
    const { lines } = this.columns
    for (let left = BORDER; left < lines.count; left++) {
      for (let right = BORDER; right < lines.count; right++) {
        if (!this.isPair(lines, left, right, grid.columns)) continue
        if (this.place(grid, top, right, bottom, left)) this.judge(grid, slopes, top, right, bottom, left)
      }
    }
  }

  /** Sets the corners that are tried. @returns whether a card can be there */
  private place(grid: Grid, top: number, right: number, bottom: number, left: number): boolean {
    const [rows, columns, corners] = [this.rows.lines, this.columns.lines, this.tried]
    const [t, u] = [slantOf(rows, top), slantOf(rows, bottom)]
    const [v, w] = [slantOf(columns, left), slantOf(columns, right)]
    const isCutDown = top === BORDER || bottom === BORDER
    const isCutAcross = left === BORDER || right === BORDER
    if (!isCutDown && !isCutAcross && Math.abs(t + u + v + w) / 2 > MOST_UNEVEN) return false
    const [a, b] = [placeOf(rows, top, 0), placeOf(rows, bottom, grid.rows - 1)]
    const [c, d] = [placeOf(columns, left, 0), placeOf(columns, right, grid.columns - 1)]
    const [middleX, middleY] = [grid.columns / 2, grid.rows / 2]
    meet(corners, 0, a, t, c, v, middleX, middleY)
    meet(corners, 1, a, t, d, w, middleX, middleY)
    meet(corners, 2, b, u, d, w, middleX, middleY)
    meet(corners, 3, b, u, c, v, middleX, middleY)
    for (let corner = 0; corner < 4; corner++) {
      const [x, y] = [corners[2 * corner] ?? 0, corners[2 * corner + 1] ?? 0]
      if (x < -3 || y < -3 || x > grid.columns + 2 || y > grid.rows + 2) return false
    }
    return isShaped(this.pages, ratioOf(corners), isCutAcross, isCutDown)
  }

  /** Keeps what is tried if it is surer than what was found. */
  private judge(grid: Grid, slopes: Slopes, top: number, right: number, bottom: number, left: number): void {
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = this.tried
    const [rows, columns] = [this.rowEdges, this.columnEdges]
    const first = top === BORDER ? 1 : supportOf(rows, top, true, ax, bx)
    if (first < LEAST_SUPPORT) return
    const second = right === BORDER ? 1 : supportOf(columns, right, false, by, cy)
    if (second < LEAST_SUPPORT) return
    const third = bottom === BORDER ? 1 : supportOf(rows, bottom, false, dx, cx)
    if (third < LEAST_SUPPORT) return
    const fourth = left === BORDER ? 1 : supportOf(columns, left, true, ay, dy)
    if (fourth < LEAST_SUPPORT) return
    const cut = Number(top === BORDER) + Number(right === BORDER) + Number(bottom === BORDER) + Number(left === BORDER)
    if (cut > MOST_CUT) return
    const support = first + second + third + fourth - cut
    if (cut > 0 && support < LEAST_CUT_SUPPORT * (4 - cut)) return
    const around = [0, 1, 2, 3].reduce((sum, side) => sum + lengthOf(this.tried, side), 0)
    const bonus = (SIZE_BONUS * around) / (2 * (grid.columns + grid.rows))
    const { card } = this
    if ((support + cut * BORDER_SUPPORT) / 4 + bonus <= card.sureness) return
    const { paper, printShare } = insideOf(grid, slopes, this.tried)
    if (printShare < LEAST_PRINT) return
    let beyond = 0
    if (top === BORDER) beyond += continuationOf(grid, slopes, 0, ax, bx, paper)
    if (right === BORDER) beyond += continuationOf(grid, slopes, 1, by, cy, paper)
    if (bottom === BORDER) beyond += continuationOf(grid, slopes, 2, dx, cx, paper)
    if (left === BORDER) beyond += continuationOf(grid, slopes, 3, ay, dy, paper)
    const mean = (support + BORDER_SUPPORT * beyond) / 4
    if (mean < LEAST_MEAN || mean + bonus <= card.sureness) return
    card.sureness = mean + bonus
    card.cut = cut
    card.corners.set(this.tried)
  }
}
