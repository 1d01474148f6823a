import { RecognitionError } from '../../vehicle-license/errors'

/** Replaces AbortController, which the platform lacks. */
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

  /** Calls `listener` on cancellation, or now if already cancelled. */
  onCancel(listener: () => void): void {
    if (this.cancelled) listener()
    else this.listeners.push(listener)
  }

  /** @throws RecognitionError `CANCELLED` */
  throwIfCancelled(): void {
    if (this.cancelled) throw new RecognitionError('CANCELLED')
  }

  /** Settles as `work` does, or rejects with `CANCELLED` as soon as it is cancelled. */
  race<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.onCancel(() => reject(new RecognitionError('CANCELLED')))
      work.then(resolve, reject)
    })
  }
}
