import type { Grid } from '../grid/grid'
import type { Card } from './candidate'
import { CardFinder } from './card-finder'

/** Frames with both pages, minus frames without, until both are reported, and the maximum counted. */
const MIN_VOTES = 2
const MAX_VOTES = 3

/** Whether both pages are in view as a whole. */
export const isBothPages = ({ score, cutSides, isWhole }: Card): boolean => score > 0 && cutSides === 0 && isWhole

/** Finds one page or both, whichever is in view. */
export class PagesFinder {
  pages: 1 | 2 = 1
  private readonly one = new CardFinder(1)
  private readonly both = new CardFinder(2)
  private votes = 0
  private frames = 0

  /** The next call overwrites the result. */
  find(grid: Grid): Card {
    // Searching for both doubles the time: with one page in view, every second frame will do.
    if (this.pages === 1 && this.frames++ % 2 === 1) return this.one.find(grid)
    const both = this.both.find(grid)
    this.votes = Math.max(0, Math.min(MAX_VOTES, this.votes + (isBothPages(both) ? 1 : -1)))
    if (this.votes >= MIN_VOTES) this.pages = 2
    if (this.votes === 0) this.pages = 1
    return this.pages === 2 ? both : this.one.find(grid)
  }

  reset(): void {
    this.pages = 1
    this.votes = 0
    this.frames = 0
  }
}
