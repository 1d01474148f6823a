import type { Quad } from '../vehicle-license/recognition'
import { CardFinder } from './card'
import type { Frame } from './frame'
import { createGrid, readGrid } from './grid'
import type { Hint } from './hints'
import { bitOf, troublesOf } from './look'
import { type Motion, readMotion } from './motion'
import { createSlopes, readSlopes } from './slopes'
import { Steady } from './steady'

export interface Guidance {
  /** What to do next, steadied against flicker; none: the card fills the frame, sharp and steady. */
  readonly hint: Hint | undefined
  /** 0..1: how far the countdown to the automatic shot is; 1 = take it now. */
  readonly countdown: number
  /** Corners of the card, px of the frame, where it was found. */
  readonly card: Quad | undefined
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

const createPoint = () => ({ x: 0, y: 0 })

/** Guides a person to a photo of one page of 88 by 60 mm, or of both, one above the other or side by side. */
export function createGuide({ pages }: { readonly pages: 1 | 2 }): Guide {
  const grid = createGrid()
  const slopes = createSlopes()
  const finder = new CardFinder(pages)
  const steady = new Steady()
  const motion: Motion = { shift: 0, change: 0 }
  let before = new Float32Array(0)
  let lastMs = NaN
  const corners = [createPoint(), createPoint(), createPoint(), createPoint()] as const
  const guidance: { hint: Hint | undefined; countdown: number; card: Quad | undefined } = {
    hint: steady.hint,
    countdown: 0,
    card: undefined,
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
      if (isRead) {
        readSlopes(slopes, grid)
        const card = finder.find(grid, slopes)
        troubles = troublesOf(frame, grid, slopes, card, pages)
        if (isMoving(timeMs)) troubles |= bitOf('MOVING')
        if (card.sureness > 0) {
          corners.forEach((corner, i) => {
            corner.x = ((card.corners[2 * i] ?? 0) + 0.5) * grid.cellPx
            corner.y = ((card.corners[2 * i + 1] ?? 0) + 0.5) * grid.cellPx
          })
          guidance.card = corners
        }
      }
      steady.add(troubles, timeMs)
      guidance.hint = steady.hint
      guidance.countdown = steady.countdown
      return guidance
    },
    reset() {
      steady.reset()
      lastMs = NaN
    },
  }
}
