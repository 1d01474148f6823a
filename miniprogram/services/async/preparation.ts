import { Cancellation } from './cancellation'
import { Throttle } from './throttle'

type Progress = (share: number) => void

/** Work on pictures that a person waits for: one at a time, with an end to it at any time. */
export class Preparation {
  private underWay: Cancellation | undefined
  private readonly shares: Throttle<number>

  /** @param show how much of the work is done, 0..1; nothing once it is over */
  constructor(private readonly show: (share: number | null) => void) {
    this.shares = new Throttle(show)
  }

  /** Rejects as the work does, except once nobody waits for it. Does nothing while other work is under way. */
  async run(work: (cancellation: Cancellation, onProgress: Progress) => Promise<void>): Promise<void> {
    if (this.underWay) return
    const cancellation = (this.underWay = new Cancellation())
    this.shares.tell(0)
    try {
      await cancellation.race(work(cancellation, (share) => this.tell(cancellation, share)))
    } catch (error) {
      if (!cancellation.isCancelled) throw error
    } finally {
      this.underWay = undefined
      this.shares.stop()
      this.show(null)
    }
  }

  cancel(): void {
    this.underWay?.cancel()
  }

  /** What is cancelled may still report. */
  private tell(from: Cancellation, share: number): void {
    if (this.underWay === from && !from.isCancelled) this.shares.tell(share)
  }
}
