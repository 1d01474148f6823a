import { continuationOf } from './border'
import { createEdges, LEAST_SUPPORT, readEdges, supportOf } from './edges'
import type { Grid } from './grid'
import { insideOf } from './inside'
import { createLineFinder, findLines } from './lines'
import { BORDER, createPairs, placeOf, readPairs, slantOf } from './pairs'
import { type Corners, lengthOf, meet, ratioOf, unevennessOf } from './quad'
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

/** How far corners may be from square, and how much longer a side than the opposite one. */
const MOST_SKEW = 0.3
const MOST_UNEVEN = 1.5
/** Shapes this much further off are not looked at closely. */
const SLACK = 1.3
/** What sides must have in the mean: those of a card that is cut off, all, and those of a small one. */
const LEAST_CUT_SUPPORT = 0.75
const LEAST_MEAN = 0.55
const LEAST_MEAN_SMALL = 0.75
/** Share of the border's length that a small card's sides have together. */
const SMALL = 0.32
/** What a side counts for at most that is the border. */
const BORDER_SUPPORT = 0.65
const MOST_CUT = 2
/** Of two that are as sure the larger one is the card, and the other a part of it. */
const SIZE_BONUS = 0.15
/** Share of it that is printed: a bare page has less, a carpet more. */
const LEAST_PRINT = 0.1
const MOST_PRINT = 0.96

/**
 * Finds the card in a grid: four lines that paper ends at, with print between them. Memory is taken only when the
 * grid has grown.
 */
export class CardFinder {
  readonly card: Card = { sureness: 0, corners: new Float32Array(8), cut: 0 }
  private readonly tried: Corners = new Float32Array(8)
  private readonly rows = createLineFinder()
  private readonly columns = createLineFinder()
  private readonly rowEdges = createEdges()
  private readonly columnEdges = createEdges()
  private readonly rowPairs = createPairs()
  private readonly columnPairs = createPairs()

  constructor(private readonly pages: 1 | 2) {}

  /** What is returned is overwritten by the next call. */
  find(grid: Grid, slopes: Slopes): Card {
    const { rows, columns, rowPairs, columnPairs } = this
    findLines(rows, grid, slopes, true)
    findLines(columns, grid, slopes, false)
    readEdges(this.rowEdges, rows.lines, grid, slopes, true)
    readEdges(this.columnEdges, columns.lines, grid, slopes, false)
    readPairs(rowPairs, rows.lines, this.rowEdges, grid.rows)
    readPairs(columnPairs, columns.lines, this.columnEdges, grid.columns)
    this.card.sureness = 0
    for (let i = 0; i < rowPairs.count; i++) {
      const top = rowPairs.first[i] ?? BORDER
      const bottom = rowPairs.second[i] ?? BORDER
      for (let j = 0; j < columnPairs.count; j++) {
        const left = columnPairs.first[j] ?? BORDER
        const right = columnPairs.second[j] ?? BORDER
        if (this.place(grid, top, right, bottom, left)) this.judge(grid, slopes, top, right, bottom, left)
      }
    }
    return this.card
  }

  /** Sets the corners that are tried. @returns whether a card can be there */
  private place(grid: Grid, top: number, right: number, bottom: number, left: number): boolean {
    const { tried, pages } = this
    const rows = this.rows.lines
    const columns = this.columns.lines
    const a = placeOf(rows, top, 0)
    const b = placeOf(rows, bottom, grid.rows - 1)
    const c = placeOf(columns, left, 0)
    const d = placeOf(columns, right, grid.columns - 1)
    const isCutDown = top === BORDER || bottom === BORDER
    const isCutAcross = left === BORDER || right === BORDER
    if (!isShaped(pages, (d - c) / (b - a), isCutAcross, isCutDown, SLACK)) return false
    const t = slantOf(rows, top)
    const u = slantOf(rows, bottom)
    const v = slantOf(columns, left)
    const w = slantOf(columns, right)
    if (!isCutDown && !isCutAcross && Math.abs(t + u + v + w) / 2 > MOST_SKEW) return false
    const middleX = grid.columns / 2
    const middleY = grid.rows / 2
    meet(tried, 0, a, t, c, v, middleX, middleY)
    meet(tried, 1, a, t, d, w, middleX, middleY)
    meet(tried, 2, b, u, d, w, middleX, middleY)
    meet(tried, 3, b, u, c, v, middleX, middleY)
    for (let i = 0; i < 8; i += 2) {
      const x = tried[i] ?? 0
      const y = tried[i + 1] ?? 0
      if (x < -3 || y < -3 || x > grid.columns + 2 || y > grid.rows + 2) return false
    }
    return unevennessOf(tried) < MOST_UNEVEN && isShaped(pages, ratioOf(tried), isCutAcross, isCutDown, 1)
  }

  /** Keeps what is tried if it is surer than what was found. */
  private judge(grid: Grid, slopes: Slopes, top: number, right: number, bottom: number, left: number): void {
    const { card, tried, rowEdges, columnEdges } = this
    const ax = tried[0] ?? 0
    const ay = tried[1] ?? 0
    const bx = tried[2] ?? 0
    const by = tried[3] ?? 0
    const cx = tried[4] ?? 0
    const cy = tried[5] ?? 0
    const dx = tried[6] ?? 0
    const dy = tried[7] ?? 0
    const first = top === BORDER ? 1 : supportOf(rowEdges, top, true, ax, bx)
    if (first < LEAST_SUPPORT) return
    const second = right === BORDER ? 1 : supportOf(columnEdges, right, false, by, cy)
    if (second < LEAST_SUPPORT) return
    const third = bottom === BORDER ? 1 : supportOf(rowEdges, bottom, false, dx, cx)
    if (third < LEAST_SUPPORT) return
    const fourth = left === BORDER ? 1 : supportOf(columnEdges, left, true, ay, dy)
    if (fourth < LEAST_SUPPORT) return
    const cut = Number(top === BORDER) + Number(right === BORDER) + Number(bottom === BORDER) + Number(left === BORDER)
    if (cut > MOST_CUT) return
    const support = first + second + third + fourth - cut
    if (cut > 0 && support < LEAST_CUT_SUPPORT * (4 - cut)) return
    const around = lengthOf(tried, 0) + lengthOf(tried, 1) + lengthOf(tried, 2) + lengthOf(tried, 3)
    const share = around / (2 * (grid.columns + grid.rows))
    const bonus = SIZE_BONUS * share
    const least = share < SMALL ? LEAST_MEAN_SMALL : LEAST_MEAN
    const most = (support + cut * BORDER_SUPPORT) / 4
    if (most < least || most + bonus <= card.sureness) return
    const { paper, printShare } = insideOf(grid, slopes, tried)
    if (printShare < LEAST_PRINT || printShare > MOST_PRINT) return
    let beyond = 0
    if (top === BORDER) beyond += continuationOf(grid, slopes, 0, ax, bx, paper)
    if (right === BORDER) beyond += continuationOf(grid, slopes, 1, by, cy, paper)
    if (bottom === BORDER) beyond += continuationOf(grid, slopes, 2, dx, cx, paper)
    if (left === BORDER) beyond += continuationOf(grid, slopes, 3, ay, dy, paper)
    const mean = (support + BORDER_SUPPORT * beyond) / 4
    if (mean < least || mean + bonus <= card.sureness) return
    card.sureness = mean + bonus
    card.cut = cut
    card.corners.set(tried)
  }
}
