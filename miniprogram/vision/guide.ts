import type { Quad } from '../image/quad'
import { CardFinder } from './card/card-finder'
import { PagesFinder } from './card/pages-finder'
import { correlationOf, createThumbnail, readThumbnail, type Thumbnail } from './card/thumbnail'
import type { Frame } from './frame'
import { createGrid } from './grid/grid'
import { readGrid } from './grid/read-grid'
import type { Hint } from './hints'
import { Debouncer } from './quality/debouncer'
import { bitOf, issuesOf } from './quality/issues'
import { type Motion, readMotion } from './quality/motion'

export interface Guidance {
  /** Debounced; undefined: the card is sharp and steady */
  readonly hint: Hint | undefined
  /** Progress to the automatic shot, 0..1; 1: shoot now */
  readonly countdown: number
  /** Corners of the card, px of the frame */
  readonly card: Quad | undefined
  /** Pages of the card found or expected */
  readonly pages: 1 | 2
  /** Whether the card is the page taken before. */
  readonly isPrevious: boolean
}

interface GuideOptions {
  /** Pages to find; `any`: one or both, whichever is in view */
  readonly pages: 1 | 2 | 'any'
  /** A page taken before, to which there is no countdown. */
  readonly previous?: Thumbnail
}

export interface Guide {
  /**
   * Allocates only for the first frame and when the size changes: the next call overwrites the result. An unreadable
   * frame counts as one without a card.
   *
   * @param timeMs by any clock; NaN or a step backwards counts as no time
   */
  analyze(frame: Frame, timeMs: number): Guidance
  /** Thumbnail of the card in the last frame, if there was one. */
  thumbnail(): Thumbnail | undefined
  reset(): void
}

/** Cells on the shorter side below which nothing can be found. */
const MIN_CELLS = 24
/** Shares of the frame's shorter side per second: slow enough for a sharp photo indoors */
const MAX_SPEED = 0.14
/** `Motion.change` up to which images still match, cells */
const MAX_CHANGE = 1.8
/** Frames farther apart say nothing about motion. */
const MAX_STEP_MS = 500
/** Correlation of the same page was 0.90 or more, of another page 0.29 or less. */
const MIN_CORRELATION = 0.6

const createPoint = () => ({ x: 0, y: 0 })

/** Guides a person to a photo of one page of 88 by 60 mm, or of both, above each other or side by side. */
export function createGuide({ pages, previous }: GuideOptions): Guide {
  const grid = createGrid()
  const finder = pages === 'any' ? new PagesFinder() : new CardFinder(pages)
  const debouncer = new Debouncer()
  const motion: Motion = { shift: 0, change: 0 }
  const thumbnail = createThumbnail()
  let before = new Float32Array(0)
  let lastMs = NaN
  const corners = [createPoint(), createPoint(), createPoint(), createPoint()] as const
  const guidance: { -readonly [key in keyof Guidance]: Guidance[key] } = {
    hint: debouncer.hint,
    countdown: 0,
    card: undefined,
    pages: finder.pages,
    isPrevious: false,
  }

  const isMoving = (timeMs: number): boolean => {
    const stepMs = timeMs - lastMs
    lastMs = timeMs
    if (before.length !== grid.luma.length) {
      before = new Float32Array(grid.luma.length)
      before.set(grid.luma)
      return false
    }
    readMotion(motion, before, grid)
    before.set(grid.luma)
    if (!(stepMs > 0 && stepMs < MAX_STEP_MS)) return false
    const speed = ((motion.shift / Math.min(grid.columns, grid.rows)) * 1000) / stepMs
    return speed > MAX_SPEED || motion.change > MAX_CHANGE
  }

  return {
    analyze(frame, timeMs) {
      const isRead = readGrid(grid, frame) && Math.min(grid.columns, grid.rows) >= MIN_CELLS
      let issues = bitOf('NOT_FOUND')
      guidance.card = undefined
      guidance.isPrevious = false
      if (isRead) {
        const card = finder.find(grid)
        // The countdown was for another card.
        if (finder.pages !== guidance.pages) debouncer.restartCountdown()
        guidance.pages = finder.pages
        issues = issuesOf(frame, grid, card, finder.pages)
        if (isMoving(timeMs)) issues |= bitOf('MOVING')
        if (card.score > 0) {
          corners.forEach((corner, i) => {
            corner.x = ((card.corners[2 * i] ?? 0) + 0.5) * grid.cellPx
            corner.y = ((card.corners[2 * i + 1] ?? 0) + 0.5) * grid.cellPx
          })
          guidance.card = corners
          readThumbnail(thumbnail, grid, card.corners)
          guidance.isPrevious = previous !== undefined && correlationOf(previous, thumbnail) > MIN_CORRELATION
        }
      }
      debouncer.add(issues, timeMs)
      if (guidance.isPrevious) debouncer.restartCountdown()
      guidance.hint = debouncer.hint
      guidance.countdown = debouncer.countdown
      return guidance
    },
    thumbnail() {
      return guidance.card && thumbnail.slice()
    },
    reset() {
      debouncer.reset()
      if (finder instanceof PagesFinder) finder.reset()
      lastMs = NaN
    },
  }
}
