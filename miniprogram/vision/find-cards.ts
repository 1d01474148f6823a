import type { Quad } from '../image/quad'
import { type Card, CardFinder, meanSupportOf } from './card'
import type { Frame } from './frame'
import { createGrid, type Grid, readGrid } from './grid'
import { isBothPages } from './pages-finder'
import { areaOf } from './quad'
import { createSlopes, readSlopes } from './slopes'

/**
 * What the sides of a card must have in the mean to be cut out with nobody looking. Of 118 drawn photos in the open, 60 %
 * had that; of none of these, a page was cut by more than the margin.
 */
const SURE_ONE = 0.97
const SURE_BOTH = 0.92
/** How much larger than the page what is nearly both pages may be: more may be a second page beside it. */
const BEYOND_PAGE = 1.1
/** Of the card's sides, around it: places are found to within that. */
const MARGIN = 0.06

export interface FoundCards {
  readonly pages: 1 | 2
  /** Shares 0..1 of the picture; with a margin around what was found. */
  readonly quad: Quad
}

const clamped = (share: number): number => Math.max(0, Math.min(1, share))

function quadOf({ corners }: Card, { cellPx }: Grid, { width, height }: Frame): Quad {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = corners
  const at = (across: number, down: number) => {
    const x = (ax + (bx - ax) * across) * (1 - down) + (dx + (cx - dx) * across) * down
    const y = (ay + (by - ay) * across) * (1 - down) + (dy + (cy - dy) * across) * down
    return { x: clamped(((x + 0.5) * cellPx) / width), y: clamped(((y + 0.5) * cellPx) / height) }
  }
  const [from, to] = [-MARGIN, 1 + MARGIN]
  return [at(from, from), at(to, from), at(to, to), at(from, to)]
}

/** Where the page, or both, lie in a picture; nothing unless all of their edges are surely there. */
export function findCards(frame: Frame): FoundCards | undefined {
  const [grid, slopes] = [createGrid(), createSlopes()]
  if (!readGrid(grid, frame)) return undefined
  readSlopes(slopes, grid)
  const both = new CardFinder(2).find(grid, slopes)
  if (isBothPages(both))
    return meanSupportOf(both, grid) < SURE_BOTH ? undefined : { pages: 2, quad: quadOf(both, grid, frame) }
  const one = new CardFinder(1).find(grid, slopes)
  const isAlone = both.sureness === 0 || both.cut > 0 || areaOf(both.corners) < BEYOND_PAGE * areaOf(one.corners)
  if (one.sureness === 0 || meanSupportOf(one, grid) < SURE_ONE || one.cut > 0 || !isAlone) return undefined
  return { pages: 1, quad: quadOf(one, grid, frame) }
}
