import type { Quad } from '../image/quad'
import { CardFinder } from './card'
import type { Frame } from './frame'
import { createGrid, readGrid } from './grid'
import type { Hint } from './hints'
import { correlationOf, createLikeness, type Likeness, readLikeness } from './likeness'
import { bitOf, troublesOf } from './look'
import { type Motion, readMotion } from './motion'
import { PagesFinder } from './pages-finder'
import { createSlopes, readSlopes } from './slopes'
import { Steady } from './steady'

export interface Guidance {
  /** What to do next, steadied against flicker; none: the card fills the frame, sharp and steady. */
  readonly hint: Hint | undefined
  /** 0..1: how far the countdown to the automatic shot is; 1 = take it now. */
  readonly countdown: number
  /** Corners of the card, px of the frame, where it was found. */
  readonly card: Quad | undefined
  /** How many pages the card has that was found, or is looked for. */
  readonly pages: 1 | 2
  /** Whether it is the page that was to be turned. */
  readonly isFormer: boolean
}

interface GuideOptions {
  /** What is looked for; `any`: whichever lies there. */
  readonly pages: 1 | 2 | 'any'
  /** Of the page that is taken already: there is no countdown to it. */
  readonly former?: Likeness
}

export interface Guide {
  /**
   * Looks at a frame. Takes memory for the first frame, and when the size changes, and for none after that: what is
   * returned is overwritten by the next look, so copy what is to be kept. A frame that cannot be read (fewer bytes
   * than pixels) or shows next to nothing counts as one without a card. Nothing is thrown.
   *
   * @param timeMs when the frame was taken, by any clock; what is no number or goes backwards counts as no time
   */
  look(frame: Frame, timeMs: number): Guidance
  /** What the card of the last look looks like, to tell it from another page; nothing where there was none. */
  likeness(): Likeness | undefined
  /** Forgets what was seen, as after a shot or when the camera was away. */
  reset(): void
}

/** Shorter sides of fewer cells than this show nothing. */
const FEWEST_CELLS = 24
/** Shares of the frame's shorter side a second: what still gives a sharp photo in a room. */
const FASTEST = 0.14
/** Change between two frames that is no shift any more, cells. */
const MOST_CHANGE = 1.8
const LONGEST_STEP_MS = 500
/** Correlation from which a page is the one before: the same page came to 0.90 and more, another one to 0.29 and less. */
const LIKE_FORMER = 0.6

const createPoint = () => ({ x: 0, y: 0 })

/** Guides a person to a photo of one page of 88 by 60 mm, or of both, one above the other or side by side. */
export function createGuide({ pages, former }: GuideOptions): Guide {
  const grid = createGrid()
  const slopes = createSlopes()
  const finder = pages === 'any' ? new PagesFinder() : new CardFinder(pages)
  const steady = new Steady()
  const motion: Motion = { shift: 0, change: 0 }
  const likeness = createLikeness()
  let before = new Float32Array(0)
  let lastMs = NaN
  const corners = [createPoint(), createPoint(), createPoint(), createPoint()] as const
  const guidance: { -readonly [key in keyof Guidance]: Guidance[key] } = {
    hint: steady.hint,
    countdown: 0,
    card: undefined,
    pages: finder.pages,
    isFormer: false,
  }

  const isMoving = (timeMs: number): boolean => {
    const stepMs = timeMs - lastMs
    lastMs = timeMs
    if (before.length !== grid.luma.length) {
      before = new Float32Array(grid.luma.length)
      before.set(grid.luma)
      return false
    }
    readMotion(motion, before, grid, slopes)
    before.set(grid.luma)
    if (!(stepMs > 0 && stepMs < LONGEST_STEP_MS)) return false
    const speed = ((motion.shift / Math.min(grid.columns, grid.rows)) * 1000) / stepMs
    return speed > FASTEST || motion.change > MOST_CHANGE
  }

  return {
    look(frame, timeMs) {
      const isRead = readGrid(grid, frame) && Math.min(grid.columns, grid.rows) >= FEWEST_CELLS
      let troubles = bitOf('NOT_FOUND')
      guidance.card = undefined
      guidance.isFormer = false
      if (isRead) {
        readSlopes(slopes, grid)
        const card = finder.find(grid, slopes)
        // What was counted down to was another card.
        if (finder.pages !== guidance.pages) steady.restart()
        guidance.pages = finder.pages
        troubles = troublesOf(frame, grid, slopes, card, finder.pages)
        if (isMoving(timeMs)) troubles |= bitOf('MOVING')
        if (card.sureness > 0) {
          corners.forEach((corner, i) => {
            corner.x = ((card.corners[2 * i] ?? 0) + 0.5) * grid.cellPx
            corner.y = ((card.corners[2 * i + 1] ?? 0) + 0.5) * grid.cellPx
          })
          guidance.card = corners
          readLikeness(likeness, grid, card.corners)
          guidance.isFormer = former !== undefined && correlationOf(former, likeness) > LIKE_FORMER
        }
      }
      steady.add(troubles, timeMs)
      if (guidance.isFormer) steady.restart()
      guidance.hint = steady.hint
      guidance.countdown = steady.countdown
      return guidance
    },
    likeness() {
      return guidance.card && likeness.slice()
    },
    reset() {
      steady.reset()
      if (finder instanceof PagesFinder) finder.reset()
      lastMs = NaN
    },
  }
}
