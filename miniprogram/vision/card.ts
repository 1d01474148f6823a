import { createAxis, readAxis } from './axis'
import { continuationOf } from './border'
import { createBox, readBox } from './box'
import { createGrid, type Grid } from './grid'
import { guess } from './guess'
import { finePrintOf, insideOf } from './inside'
import { BORDER } from './pairs'
import { createPrint, readPrint, shareWithin } from './print'
import { areaOf, type Corners, lengthOf, meet } from './quad'
import { type Edge, refine } from './refine'
import { isSeamed } from './seam'
import { createSlopes, type Slopes } from './slopes'
import { Trial } from './trial'

/** A card that was found, or none: `sureness` is 0 then. */
export interface Card {
  /** 0..1, and a little more for a large one */
  sureness: number
  readonly corners: Corners
  /** How many of its sides are beyond the border. */
  cut: number
  /** Whether it is all pages that are looked for, rather than one of about the same shape, or a part of it. */
  isWhole: boolean
}

/** What sides must have in the mean: those of a card that is cut off, all, those where there is print everywhere, */
const LEAST_CUT_SUPPORT = 0.75
const LEAST_MEAN = 0.55
const LEAST_MEAN_BUSY = 0.6
/** and those of a small one. */
const LEAST_MEAN_SMALL = 0.75
/** Share of the border's length that a small card's sides have together. */
const SMALL = 0.32
/** What a side counts for at most that is the border; less where there is print everywhere, which goes on as well. */
const BORDER_SUPPORT = 0.65
const BUSY_BORDER_SUPPORT = 0.35
const BUSY = 0.45
const MOST_CUT = 2
/** Of two that are as sure the larger one is the card, and the other a part of it. */
const SIZE_BONUS = 0.15
/** Share of it that has print, fine print at least: a bare page has less, a carpet more. */
const LEAST_PRINT = 0.1
const LEAST_FINE = 0.1
const MOST_PRINT = 0.96
/** Share of the paper between it that may be dark: pieces of a desk with a large pattern are. */
const MOST_DARK = 0.06
/** Share of the print on a plain desk that is the card's. */
const LEAST_WITHIN = 0.8
/** How much larger a page is than a part of it that is shaped as two pages. */
const PAGE_AREA = 1.2
/** Where one is as sure as this, none is guessed. */
const SURE = 0.9

/** Of the border's length, what a card's sides have together. */
const shareOfBorder = (corners: Corners, { columns, rows }: Grid): number =>
  (lengthOf(corners, 0) + lengthOf(corners, 1) + lengthOf(corners, 2) + lengthOf(corners, 3)) / (2 * (columns + rows))

/** How surely there are sides, whatever its size: 0..1. */
export const meanSupportOf = ({ sureness, corners }: Card, grid: Grid): number =>
  sureness - SIZE_BONUS * shareOfBorder(corners, grid)

const createCard = (): Card => ({ sureness: 0, corners: new Float32Array(8), cut: 0, isWhole: true })

/**
 * Finds the card in a grid: four lines that paper or print ends at, with print between them. Memory is taken only when
 * the grid has grown.
 */
export class CardFinder {
  private readonly print = createPrint()
  private readonly box = createBox()
  private readonly trial = new Trial(createAxis(true), createAxis(false))
  private readonly card = createCard()
  private readonly page = createCard()
  private readonly edge: Edge = { place: 0, slant: 0 }

  private sought = this.card
  private grid = createGrid()
  private slopes = createSlopes()
  /** As a value of its own, so that none is made for each look. */
  private readonly judgeTried = (): void => {
    this.judge(this.sought, this.grid, this.slopes)
  }

  constructor(readonly pages: 1 | 2) {}

  /** What is returned is overwritten by the next call. */
  find(grid: Grid, slopes: Slopes): Card {
    const { print, box, trial, card, pages } = this
    readPrint(print, grid, slopes)
    readBox(box, print, grid, slopes, pages)
    readAxis(trial.rows, grid, slopes, box)
    readAxis(trial.columns, grid, slopes, box)
    this.search(card, grid, slopes, pages)
    card.isWhole = pages === 1 || card.sureness === 0 || this.isBoth(grid, slopes)
    return card
  }

  /** Sets a card to the surest of all that can be. */
  private search(card: Card, grid: Grid, slopes: Slopes, pages: 1 | 2): void {
    const { trial, judgeTried } = this
    this.sought = card
    this.grid = grid
    this.slopes = slopes
    card.sureness = 0
    this.tryPairs(grid, pages)
    if (card.sureness < SURE) {
      guess(trial, trial.rows, grid, slopes, pages, judgeTried)
      guess(trial, trial.columns, grid, slopes, pages, judgeTried)
    }
    if (card.sureness > 0) this.straighten(card, grid)
  }

  private tryPairs(grid: Grid, pages: 1 | 2): void {
    const { trial, judgeTried } = this
    const rows = trial.rows.pairs
    const columns = trial.columns.pairs
    for (let i = 0; i < rows.count; i++) {
      const top = rows.first[i] ?? BORDER
      const bottom = rows.second[i] ?? BORDER
      for (let j = 0; j < columns.count; j++) {
        const left = columns.first[j] ?? BORDER
        const right = columns.second[j] ?? BORDER
        if (trial.take(grid, pages, top, right, bottom, left)) judgeTried()
      }
    }
  }

  /** Keeps what is tried if it is surer than what was found. */
  private judge(card: Card, grid: Grid, slopes: Slopes): void {
    const { trial, print, box } = this
    const { corners, cut } = trial
    if (cut > MOST_CUT) return
    const total = trial.totalSupport()
    if (total === 0) return
    const support = total - cut
    if (cut > 0 && support < (box.isThere ? LEAST_MEAN : LEAST_CUT_SUPPORT) * (4 - cut)) return
    const share = shareOfBorder(corners, grid)
    const bonus = SIZE_BONUS * share
    const ample = print.share > BUSY ? LEAST_MEAN_BUSY : LEAST_MEAN
    const least = share < SMALL && !box.isThere ? LEAST_MEAN_SMALL : ample
    const most = (support + cut * BORDER_SUPPORT) / 4
    if (most < least || most + bonus <= card.sureness) return
    const { paper, printShare, darkShare } = insideOf(grid, slopes, corners)
    if (printShare < LEAST_PRINT || printShare > MOST_PRINT) return
    // A plain desk has no pattern, and a patterned one no print that lies together.
    if (box.isThere ? shareWithin(print, corners) < LEAST_WITHIN : darkShare > MOST_DARK) return
    const worth = print.share > BUSY ? BUSY_BORDER_SUPPORT : BORDER_SUPPORT
    const mean = (support + worth * this.beyond(grid, slopes, paper)) / 4
    if (mean < least || mean + bonus <= card.sureness) return
    if (finePrintOf(grid, slopes, corners, paper) < LEAST_FINE) return
    card.sureness = mean + bonus
    card.cut = cut
    card.corners.set(corners)
    trial.keep(grid)
  }

  /** How surely what is tried goes on beyond the border, for all sides that are there together. */
  private beyond(grid: Grid, slopes: Slopes, paper: number): number {
    const { corners, lines } = this.trial
    let beyond = 0
    for (let side = 0; side < 4; side++) {
      if (lines[side] !== BORDER) continue
      const k = side % 2
      const one = corners[2 * side + k] ?? 0
      const other = corners[(2 * side + 2 + k) % 8] ?? 0
      beyond += continuationOf(grid, slopes, side, Math.min(one, other), Math.max(one, other), paper)
    }
    return beyond
  }

  /** Moves the sides of what was found to where they are. */
  private straighten({ corners }: Card, grid: Grid): void {
    const { edge } = this
    const { kept, places, slants } = this.trial
    for (let side = 0; side < 4; side++) {
      if (kept[side] === BORDER) continue
      edge.place = places[side] ?? 0
      edge.slant = slants[side] ?? 0
      refine(edge, grid, corners, side)
      places[side] = edge.place
      slants[side] = edge.slant
    }
    const [a = 0, b = 0, c = 0, d = 0] = places
    const [t = 0, u = 0, v = 0, w = 0] = slants
    const [x, y] = [grid.columns / 2, grid.rows / 2]
    meet(corners, 0, a, t, d, w, x, y)
    meet(corners, 1, a, t, b, u, x, y)
    meet(corners, 2, c, v, b, u, x, y)
    meet(corners, 3, c, v, d, w, x, y)
  }

  /** Whether what was found is both pages: they meet in the middle, and it is no part of a single one. */
  private isBoth(grid: Grid, slopes: Slopes): boolean {
    const { card, page } = this
    if (card.cut === 0 && !isSeamed(grid, slopes, card.corners)) return false
    this.search(page, grid, slopes, 1)
    return page.sureness === 0 || page.cut > 0 || areaOf(page.corners) < PAGE_AREA * areaOf(card.corners)
  }
}
