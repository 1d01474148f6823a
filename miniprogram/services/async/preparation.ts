import { Cancellation } from './cancellation'
import { Throttle } from './throttle'

type Progress = (share: number) => void

/** Runs work that a person waits for and can cancel, one job at a time. */
export class Preparation {
  private current: Cancellation | undefined
  private readonly progress: Throttle<number>

  /** @param show progress 0..1; null once the work has ended */
  constructor(private readonly show: (share: number | null) => void) {
    this.progress = new Throttle(show)
  }

  /** Rejects as `work` does unless cancelled. Ignored while other work is running. */
  async run(work: (cancellation: Cancellation, onProgress: Progress) => Promise<void>): Promise<void> {
    if (this.current) return
    const cancellation = (this.current = new Cancellation())
    this.progress.update(0)
    try {
      await cancellation.race(work(cancellation, (share) => this.report(cancellation, share)))
    } catch (error) {
      if (!cancellation.isCancelled) throw error
    } finally {
      this.current = undefined
      this.progress.cancel()
      this.show(null)
    }
  }

  cancel(): void {
    this.current?.cancel()
  }

  /** Cancelled work may still report progress. */
  private report(from: Cancellation, share: number): void {
    if (this.current === from && !from.isCancelled) this.progress.update(share)
  }
}
