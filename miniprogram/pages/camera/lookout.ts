import { watchFrames } from '../../services/frames'
import { createGuide, type Hint } from '../../vision'
import { cutToVisible } from './visible-part'

/** What the page shows of the guidance. */
export interface Outlook {
  /** Whether anything was looked at yet. */
  readonly watched: boolean
  /** Empty where all is well. */
  readonly hint: Hint | ''
  /** 0..1, in steps that an eye can tell; 1: now. */
  readonly countdown: number
}

export const NOTHING_SEEN: Outlook = { watched: false, hint: '', countdown: 0 }

const STEPS = 20

/** Looks at what the camera sees, from `start` to `stop`, and tells what changed. */
export class Lookout {
  private stopFrames: (() => void) | undefined
  private outlook = NOTHING_SEEN

  constructor(private readonly show: (outlook: Outlook) => void) {}

  /** @param ratio width to height of what is seen of the frames; nothing where all is */
  start(pages: 1 | 2, ratio?: number): void {
    this.stop()
    const guide = createGuide({ pages })
    const cut = ratio === undefined ? undefined : cutToVisible(ratio)
    this.stopFrames = watchFrames((frame, timeMs) => {
      const { hint = '', countdown } = guide.look(cut ? cut(frame) : frame, timeMs)
      this.tell({ watched: true, hint, countdown: Math.floor(countdown * STEPS) / STEPS })
    })
  }

  stop(): void {
    this.stopFrames?.()
    this.stopFrames = undefined
    this.tell(NOTHING_SEEN)
  }

  private tell(outlook: Outlook): void {
    const { watched, hint, countdown } = this.outlook
    if (outlook.watched === watched && outlook.hint === hint && outlook.countdown === countdown) return
    this.outlook = outlook
    this.show(outlook)
  }
}
