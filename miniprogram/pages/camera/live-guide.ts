import { PARTS } from '../../components/card-outline/outline'
import type { Quad } from '../../image/quad'
import { watchFrames } from '../../services/platform/frames'
import { createGuide, type Frame, type Guidance, type Guide, type Hint, type Thumbnail } from '../../vision/index'
import { cutToVisible } from './visible-part'

/** The guidance as the page shows it. */
export interface GuideView {
  /** Whether a frame was analyzed yet. */
  readonly hasFrame: boolean
  /** Empty when nothing is wrong. */
  readonly hint: Hint | ''
  /** 0..1; 1: shoot now */
  readonly countdown: number
  /** Pages in view; 0: no card */
  readonly pages: 0 | 1 | 2
  /** Whether the page in view is the one taken before. */
  readonly isPrevious: boolean
  /** x and y of each corner, in {@link PARTS} of the view; empty without a card */
  readonly card: readonly number[]
}

export const NO_GUIDANCE: GuideView = {
  hasFrame: false,
  hint: '',
  countdown: 0,
  pages: 0,
  isPrevious: false,
  card: [],
}

/** Of the countdown, so that not every frame needs a `setData` */
const STEPS = 20

const cardOf = (card: Quad | undefined, { width, height }: Frame): number[] =>
  (card ?? []).flatMap(({ x, y }) => [Math.round((x / width) * PARTS), Math.round((y / height) * PARTS)])

const viewOf = ({ hint, countdown, card, pages, isPrevious }: Guidance, frame: Frame): GuideView => ({
  hasFrame: true,
  hint: hint ?? '',
  countdown: Math.floor(countdown * STEPS) / STEPS,
  pages: card ? pages : 0,
  isPrevious,
  card: cardOf(card, frame),
})

function changesOf(before: GuideView, now: GuideView): Partial<GuideView> | undefined {
  const keys = Object.keys(now) as (keyof GuideView)[]
  const changed = keys.filter((key) => String(before[key]) !== String(now[key]))
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((key) => [key, now[key]]))
}

/** Analyzes the camera's frames between `start` and `stop` and reports changes, at most once per frame. */
export class LiveGuide {
  private stopFrames: (() => void) | undefined
  private view = NO_GUIDANCE
  private guide: Guide | undefined
  private remembered: Thumbnail | undefined
  private previous: Thumbnail | undefined

  constructor(private readonly show: (changed: Partial<GuideView>, now: GuideView) => void) {}

  /** @param ratio width to height of the visible part of the frames; all of it by default */
  start(ratio?: number): void {
    this.stop()
    const guide = createGuide({ pages: 'any', ...(this.previous && { previous: this.previous }) })
    this.guide = guide
    const cut = ratio === undefined ? undefined : cutToVisible(ratio)
    this.stopFrames = watchFrames((frame, timeMs) => {
      const visible = cut ? cut(frame) : frame
      this.report(viewOf(guide.analyze(visible, timeMs), visible))
    })
  }

  /** Remembers the card in view: it is about to be shot. */
  rememberCard(): void {
    this.remembered = this.guide?.thumbnail()
  }

  /** The shot is saved: from the next start, the remembered card no longer counts down. */
  expectOtherPage(): void {
    this.previous = this.remembered
  }

  stop(): void {
    this.stopFrames?.()
    this.stopFrames = undefined
    this.report(NO_GUIDANCE)
  }

  private report(view: GuideView): void {
    const changed = changesOf(this.view, view)
    this.view = view
    if (changed) this.show(changed, view)
  }
}
