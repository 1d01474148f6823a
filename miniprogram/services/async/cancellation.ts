import { RecognitionError } from '../../vehicle-license/errors'

/** What an AbortController is elsewhere: the platform has none. */
export class Cancellation {
  private readonly listeners: (() => void)[] = []
  private cancelled = false

  get isCancelled(): boolean {
    return this.cancelled
  }

  cancel(): void {
    if (this.cancelled) return
    this.cancelled = true
    for (const listener of this.listeners) listener()
  }

  /** Calls `listener` once cancelled, at once where that is already so. */
  onCancel(listener: () => void): void {
    if (this.cancelled) listener()
    else this.listeners.push(listener)
  }

  /** @throws RecognitionError `CANCELLED` */
  throwIfCancelled(): void {
    if (this.cancelled) throw new RecognitionError('CANCELLED')
  }

  /** What `work` comes to, or a rejection with `CANCELLED` as soon as nobody waits for it any more. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.onCancel(() => reject(new RecognitionError('CANCELLED')))
      work.then(resolve, reject)
    })
  }
}
