import type { Quad } from '../../image/quad'
import { watchFrames } from '../../services/platform/frames'
import { createGuide, type Frame, type Guidance, type Guide, type Hint, type Likeness } from '../../vision/index'
import { cutToVisible } from './visible-part'

/** What the page shows of the guidance. */
export interface Outlook {
  /** Whether anything was looked at yet. */
  readonly watched: boolean
  /** Empty where all is well. */
  readonly hint: Hint | ''
  /** 0..1, in steps that an eye can tell; 1: now. */
  readonly countdown: number
  /** Pages that are in view; 0 where there is no card. */
  readonly pages: 0 | 1 | 2
  /** Whether it is the page that is taken already. */
  readonly isFormer: boolean
  /** Corners of the card, one after the other, x and y of each: 0..200 of what is seen; empty where there is none. */
  readonly card: readonly number[]
}

export const NOTHING_SEEN: Outlook = {
  watched: false,
  hint: '',
  countdown: 0,
  pages: 0,
  isFormer: false,
  card: [],
}

const STEPS = 20
/** Parts of the view's width and height that places are told in: an outline that jitters less is not drawn anew. */
const PARTS = 200

const cardOf = (card: Quad | undefined, { width, height }: Frame): number[] =>
  (card ?? []).flatMap(({ x, y }) => [Math.round((x / width) * PARTS), Math.round((y / height) * PARTS)])

const outlookOf = ({ hint, countdown, card, pages, isFormer }: Guidance, frame: Frame): Outlook => ({
  watched: true,
  hint: hint ?? '',
  countdown: Math.floor(countdown * STEPS) / STEPS,
  pages: card ? pages : 0,
  isFormer,
  card: cardOf(card, frame),
})

/** What differs; nothing where all is the same. */
function changesOf(before: Outlook, now: Outlook): Partial<Outlook> | undefined {
  const keys = Object.keys(now) as (keyof Outlook)[]
  const changed = keys.filter((key) => String(before[key]) !== String(now[key]))
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((key) => [key, now[key]]))
}

/** Looks at what the camera sees, from `start` to `stop`, and tells what changed: at most once for each frame. */
export class Lookout {
  private stopFrames: (() => void) | undefined
  private outlook = NOTHING_SEEN
  private guide: Guide | undefined
  private taken: Likeness | undefined
  private former: Likeness | undefined

  constructor(private readonly show: (changed: Partial<Outlook>, now: Outlook) => void) {}

  /** @param ratio width to height of what is seen of the frames; nothing where all is */
  start(ratio?: number): void {
    this.stop()
    const guide = createGuide({ pages: 'any', ...(this.former && { former: this.former }) })
    this.guide = guide
    const cut = ratio === undefined ? undefined : cutToVisible(ratio)
    this.stopFrames = watchFrames((frame, timeMs) => {
      const seen = cut ? cut(frame) : frame
      this.tell(outlookOf(guide.look(seen, timeMs), seen))
    })
  }

  /** Remembers what is seen now: it is being taken. */
  take(): void {
    this.taken = this.guide?.likeness()
  }

  /** What was taken is kept: only another page will do from now on. */
  turn(): void {
    this.former = this.taken
  }

  stop(): void {
    this.stopFrames?.()
    this.stopFrames = undefined
    this.tell(NOTHING_SEEN)
  }

  private tell(outlook: Outlook): void {
    const changed = changesOf(this.outlook, outlook)
    this.outlook = outlook
    if (changed) this.show(changed, outlook)
  }
}
