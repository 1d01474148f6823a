import { type Hint, HINTS } from './hints'

/** How long a trouble must be seen, all told, before it is told, and how long until it counts as gone. */
const TELL_MS = 300
/** What is remembered of a trouble at most, so that one that is gone is not told for longer than {@link TELL_MS}. */
const MOST_MS = 500
/** From the moment when all is right until the shot. */
const COUNTDOWN_MS = 900
/** A frame that comes later than this after the one before says nothing of the time between. */
const LONGEST_STEP_MS = 250

/** Holds back what is seen only for a moment, so that hints do not flicker. */
export class Steady {
  hint: Hint | undefined = 'NOT_FOUND'
  countdown = 0
  private readonly seenMs = new Float64Array(HINTS.length)
  private readonly told = new Uint8Array(HINTS.length)
  private lastMs = NaN
  private rightMs = 0

  constructor() {
    this.reset()
  }

  reset(): void {
    this.hint = 'NOT_FOUND'
    this.countdown = 0
    this.seenMs.fill(0)
    this.told.fill(0)
    const first = HINTS.indexOf('NOT_FOUND')
    this.seenMs[first] = MOST_MS
    this.told[first] = 1
    this.lastMs = NaN
    this.rightMs = 0
  }

  /** Counts down anew, as to another card. */
  restart(): void {
    this.countdown = 0
    this.rightMs = 0
  }

  /** ms since the frame before; 0 where the clock does not say, or was turned back */
  private step(timeMs: number): number {
    const stepMs = timeMs - this.lastMs
    this.lastMs = timeMs
    return stepMs > 0 ? Math.min(stepMs, LONGEST_STEP_MS) : 0
  }

  /**
   * @param troubles what is seen in this frame: bit i is the hint at i of {@link HINTS}
   * @param timeMs when
   */
  add(troubles: number, timeMs: number): void {
    const stepMs = this.step(timeMs)
    this.hint = undefined
    for (let i = HINTS.length - 1; i >= 0; i--) {
      const isSeen = (troubles & (1 << i)) !== 0
      const seenMs = Math.max(0, Math.min(MOST_MS, (this.seenMs[i] ?? 0) + (isSeen ? stepMs : -stepMs)))
      this.seenMs[i] = seenMs
      if (seenMs >= TELL_MS) this.told[i] = 1
      if (seenMs <= MOST_MS - TELL_MS) this.told[i] = 0
      if (this.told[i] === 1) this.hint = HINTS[i]
    }
    this.rightMs = troubles === 0 && this.hint === undefined ? this.rightMs + stepMs : 0
    this.countdown = Math.min(1, this.rightMs / COUNTDOWN_MS)
  }
}
