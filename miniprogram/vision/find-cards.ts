import type { Quad } from '../image/quad'
import type { Card } from './card/candidate'
import { CardFinder, meanScoreOf } from './card/card-finder'
import { isBothPages } from './card/pages-finder'
import type { Frame } from './frame'
import { createGrid, type Grid } from './grid/grid'
import { readGrid } from './grid/read-grid'
import { areaOf, pointIn } from './quad/corners'

/**
 * Mean score of the sides from which a page, or both, is cropped without asking. Of 118 drawn photos in the open, 60 %
 * reached it; none of these lost more than the margin.
 */
const MIN_PAGE_SCORE = 0.97
const MIN_BOTH_SCORE = 0.92
/** Area of both pages, relative to the page, from which there may be a second page beside it. */
const MAX_BEYOND_PAGE = 1.1
/** Around the card, as a share of its sides: the accuracy of the corners */
const MARGIN = 0.06

export interface FoundCards {
  readonly pages: 1 | 2
  /** With a margin; shares 0..1 of the picture */
  readonly quad: Quad
}

const clamp = (share: number): number => Math.max(0, Math.min(1, share))

function quadOf({ corners }: Card, { cellPx }: Grid, { width, height }: Frame): Quad {
  const at = (across: number, down: number) => ({
    x: clamp(((pointIn(corners, 0, across, down) + 0.5) * cellPx) / width),
    y: clamp(((pointIn(corners, 1, across, down) + 0.5) * cellPx) / height),
  })
  const [from, to] = [-MARGIN, 1 + MARGIN]
  return [at(from, from), at(to, from), at(to, to), at(from, to)]
}

/** Where one page or both lie in a picture; undefined unless all edges are certain. */
export function findCards(frame: Frame): FoundCards | undefined {
  const grid = createGrid()
  if (!readGrid(grid, frame)) return undefined
  const both = new CardFinder(2).find(grid)
  if (isBothPages(both))
    return meanScoreOf(both, grid) < MIN_BOTH_SCORE ? undefined : { pages: 2, quad: quadOf(both, grid, frame) }
  const one = new CardFinder(1).find(grid)
  const isAlone = both.score === 0 || both.cutSides > 0 || areaOf(both.corners) < MAX_BEYOND_PAGE * areaOf(one.corners)
  if (one.score === 0 || meanScoreOf(one, grid) < MIN_PAGE_SCORE || one.cutSides > 0 || !isAlone) return undefined
  return { pages: 1, quad: quadOf(one, grid, frame) }
}
