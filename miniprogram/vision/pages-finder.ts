import { type Card, CardFinder } from './card'
import type { Grid } from './grid'
import type { Slopes } from './slopes'

/** Looks that must show both pages, less those that do not, until both are told, and how many are remembered. */
const TELL_BOTH = 2
const MOST = 3

/** Whether all of both pages is seen. */
export const isBothPages = ({ sureness, cut, isWhole }: Card): boolean => sureness > 0 && cut === 0 && isWhole

/** Finds one page or both, whichever lies there. */
export class PagesFinder {
  /** How many pages the card has that is looked for. */
  pages: 1 | 2 = 1
  private readonly one = new CardFinder(1)
  private readonly both = new CardFinder(2)
  private seen = 0
  private looks = 0

  /** What is returned is overwritten by the next call. */
  find(grid: Grid, slopes: Slopes): Card {
    // To look for both takes as long again: while there is one, every other frame will do.
    if (this.pages === 1 && this.looks++ % 2 === 1) return this.one.find(grid, slopes)
    const both = this.both.find(grid, slopes)
    this.seen = Math.max(0, Math.min(MOST, this.seen + (isBothPages(both) ? 1 : -1)))
    if (this.seen >= TELL_BOTH) this.pages = 2
    if (this.seen === 0) this.pages = 1
    return this.pages === 2 ? both : this.one.find(grid, slopes)
  }

  reset(): void {
    this.pages = 1
    this.seen = 0
    this.looks = 0
  }
}
