import type { Quad } from '../vehicle-license/recognition'
import type { Frame } from './frame'
import type { Hint } from './hints'

export interface Guidance {
  /** What to do next, steadied against flicker; none: the card fills the frame, sharp and steady. */
  readonly hint: Hint | undefined
  /** 0..1: how far the countdown to the automatic shot is; 1 = take it now. */
  readonly countdown: number
  /** Corners of the card, px of the frame, where it was found. */
  readonly card: Quad | undefined
}

export interface Guide {
  look(frame: Frame, timeMs: number): Guidance
  reset(): void
}

export function createGuide(_options: { readonly pages: 1 | 2 }): Guide {
  return { look: () => ({ hint: 'NOT_FOUND', countdown: 0, card: undefined }), reset: () => undefined }
}
