import { Axis } from '../edges/axis'
import { continuationOf } from '../edges/continuation'
import { BORDER } from '../edges/pairs'
import { createGrid, type Grid } from '../grid/grid'
import { areaOf, type Corners, lengthOf } from '../quad/corners'
import { createTextBlocks, readTextBlocks, shareWithin } from '../text/text-blocks'
import { createTextBox, readTextBox } from '../text/text-box'
import { Candidate, type Card } from './candidate'
import { contentOf, strokeShareOf } from './content'
import { hasSeam } from './seam'
import { tryThreeSides } from './three-sides'

/** Mean score of the sides: of a card that is cut off (those in view), of any, with text everywhere, of a small one. */
const MIN_CUT_SCORE = 0.75
const MIN_MEAN_SCORE = 0.55
const MIN_BUSY_SCORE = 0.6
const MIN_SMALL_SCORE = 0.75
/** Perimeter of a small card, as a share of the grid's. */
const SMALL = 0.32
/** Score of a side at the border, at most; less on a desk with text everywhere, which continues there as well. */
const BORDER_SCORE = 0.65
const BUSY_BORDER_SCORE = 0.35
/** Share of blocks with text from which a desk counts as busy. */
const BUSY = 0.45
const MAX_CUT_SIDES = 2
/** Times a card's share of the grid's perimeter: of similar candidates the larger one is the card. */
const SIZE_BONUS = 0.15
/** Share of points with text: a bare page has less, a carpet more. */
const MIN_TEXT_SHARE = 0.1
const MAX_TEXT_SHARE = 0.96
const MIN_STROKE_SHARE = 0.1
/** Share of points without text that are dark: more of them are a patterned desk. */
const MAX_DARK_SHARE = 0.06
/** Share of a plain desk's text that lies in the card. */
const MIN_TEXT_WITHIN = 0.8
/** How much larger a page is than a part of it with the shape of two pages. */
const MIN_PAGE_AREA = 1.2
/** No side is inferred once a candidate reaches this score. */
const SUFFICIENT_SCORE = 0.9

/** Perimeter of a quad as a share of the grid's. */
const perimeterShare = (corners: Corners, { columns, rows }: Grid): number =>
  (lengthOf(corners, 0) + lengthOf(corners, 1) + lengthOf(corners, 2) + lengthOf(corners, 3)) / (2 * (columns + rows))

/** Mean score of a card's sides without the bonus for its size, 0..1 */
export const meanScoreOf = ({ score, corners }: Card, grid: Grid): number =>
  score - SIZE_BONUS * perimeterShare(corners, grid)

/** Finds a card in a grid: four lines at which paper or text ends, with text between them. */
export class CardFinder {
  private readonly text = createTextBlocks()
  private readonly box = createTextBox()
  private readonly rows = new Axis(true)
  private readonly columns = new Axis(false)
  private readonly candidate = new Candidate(this.rows, this.columns)
  private readonly card = new Candidate(this.rows, this.columns)
  private readonly page = new Candidate(this.rows, this.columns)
  private grid = createGrid()
  /** The best candidate so far. */
  private best = this.card

  constructor(readonly pages: 1 | 2) {}

  /** Allocates only when the grid has grown. The next call overwrites the result. */
  find(grid: Grid): Card {
    const { text, box, card, pages } = this
    this.grid = grid
    readTextBlocks(text, grid)
    readTextBox(box, text, grid, pages)
    this.rows.read(grid, box)
    this.columns.read(grid, box)
    this.search(card, pages)
    card.isWhole = pages === 1 || card.score === 0 || this.isBothPages()
    return card
  }

  /** Sets `best` to the best candidate. */
  private search(best: Candidate, pages: 1 | 2): void {
    const { candidate, judge } = this
    this.best = best
    best.score = 0
    this.tryPairs(pages)
    if (best.score < SUFFICIENT_SCORE) {
      tryThreeSides(candidate, this.rows, pages, judge)
      tryThreeSides(candidate, this.columns, pages, judge)
    }
    if (best.score > 0) best.refine()
  }

  private tryPairs(pages: 1 | 2): void {
    const { candidate, judge } = this
    const { lines } = candidate
    const rows = this.rows.pairs
    const columns = this.columns.pairs
    for (let i = 0; i < rows.count; i++) {
      lines[0] = rows.first[i] ?? BORDER
      lines[2] = rows.last[i] ?? BORDER
      for (let j = 0; j < columns.count; j++) {
        lines[3] = columns.first[j] ?? BORDER
        lines[1] = columns.last[j] ?? BORDER
        if (candidate.place(pages)) judge()
      }
    }
  }

  /** Keeps the candidate if it beats the best one. Cheap checks come first. */
  private readonly judge = (): void => {
    const { candidate, best, text, box, grid } = this
    const { corners, cutSides } = candidate
    if (cutSides > MAX_CUT_SIDES) return
    const total = candidate.totalScore()
    if (total === 0) return
    const visible = total - cutSides
    if (cutSides > 0 && visible < (box.isFound ? MIN_MEAN_SCORE : MIN_CUT_SCORE) * (4 - cutSides)) return
    const perimeter = perimeterShare(corners, grid)
    const bonus = SIZE_BONUS * perimeter
    const isBusy = text.share > BUSY
    const isSmall = perimeter < SMALL && !box.isFound
    const min = isSmall ? MIN_SMALL_SCORE : isBusy ? MIN_BUSY_SCORE : MIN_MEAN_SCORE
    const max = (visible + cutSides * BORDER_SCORE) / 4
    if (max < min || max + bonus <= best.score) return
    const { paper, textShare, darkShare } = contentOf(grid, corners)
    if (textShare < MIN_TEXT_SHARE || textShare > MAX_TEXT_SHARE) return
    // A plain desk has no pattern, and a patterned one no group of text.
    if (box.isFound ? shareWithin(text, corners) < MIN_TEXT_WITHIN : darkShare > MAX_DARK_SHARE) return
    const borderScore = isBusy ? BUSY_BORDER_SCORE : BORDER_SCORE
    const mean = (visible + borderScore * this.continuation(paper)) / 4
    if (mean < min || mean + bonus <= best.score) return
    if (strokeShareOf(grid, corners, paper) < MIN_STROKE_SHARE) return
    best.copy(candidate)
    best.score = mean + bonus
  }

  /** Confidence that the candidate continues past the border, summed over the sides that are cut off. */
  private continuation(paper: number): number {
    const { corners, lines } = this.candidate
    let sum = 0
    for (let side = 0; side < 4; side++)
      if (lines[side] === BORDER) sum += continuationOf(this.candidate.axisOf(side).scan, corners, side, paper)
    return sum
  }

  /** Whether the card is both pages: they meet in the middle, and it is not part of a single page. */
  private isBothPages(): boolean {
    const { card, page, grid } = this
    if (card.cutSides === 0 && !hasSeam(grid, card.corners)) return false
    this.search(page, 1)
    return page.score === 0 || page.cutSides > 0 || areaOf(page.corners) < MIN_PAGE_AREA * areaOf(card.corners)
  }
}
