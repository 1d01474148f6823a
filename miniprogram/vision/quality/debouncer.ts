import { type Hint, HINTS } from '../hints'

/** How long an issue must be present, on balance, before its hint is shown. */
const SHOW_MS = 300
/** Maximum counted, so that a hint goes {@link SHOW_MS} after its issue. */
const MAX_MS = 500
const COUNTDOWN_MS = 900
/** Time counted for one frame, at most: nothing is known of the time between frames. */
const MAX_STEP_MS = 250

/** Debounces hints, so that they do not flicker, and counts down to the automatic shot. */
export class Debouncer {
  hint: Hint | undefined = 'NOT_FOUND'
  /** 0..1 */
  countdown = 0
  private readonly presentMs = new Float64Array(HINTS.length)
  private readonly isShown = new Uint8Array(HINTS.length)
  private lastMs = NaN
  private goodMs = 0

  constructor() {
    this.reset()
  }

  reset(): void {
    this.hint = 'NOT_FOUND'
    this.restartCountdown()
    this.presentMs.fill(0)
    this.isShown.fill(0)
    const first = HINTS.indexOf('NOT_FOUND')
    this.presentMs[first] = MAX_MS
    this.isShown[first] = 1
    this.lastMs = NaN
  }

  restartCountdown(): void {
    this.countdown = 0
    this.goodMs = 0
  }

  /** 0 if the clock is unknown or went backwards */
  private stepMs(timeMs: number): number {
    const stepMs = timeMs - this.lastMs
    this.lastMs = timeMs
    return stepMs > 0 ? Math.min(stepMs, MAX_STEP_MS) : 0
  }

  /** @param issues of this frame; bit i is the hint at i of {@link HINTS} */
  add(issues: number, timeMs: number): void {
    const stepMs = this.stepMs(timeMs)
    this.hint = undefined
    for (let i = HINTS.length - 1; i >= 0; i--) {
      const isPresent = (issues & (1 << i)) !== 0
      const presentMs = Math.max(0, Math.min(MAX_MS, (this.presentMs[i] ?? 0) + (isPresent ? stepMs : -stepMs)))
      this.presentMs[i] = presentMs
      if (presentMs >= SHOW_MS) this.isShown[i] = 1
      if (presentMs <= MAX_MS - SHOW_MS) this.isShown[i] = 0
      if (this.isShown[i] === 1) this.hint = HINTS[i]
    }
    this.goodMs = issues === 0 && this.hint === undefined ? this.goodMs + stepMs : 0
    this.countdown = Math.min(1, this.goodMs / COUNTDOWN_MS)
  }
}
