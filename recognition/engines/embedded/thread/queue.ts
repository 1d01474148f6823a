import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'

interface Waiting<W> {
  readonly start: (worker: W) => void
  readonly reject: (reason: unknown) => void
  readonly bytes: number
}

/** How much may wait while all workers are at work. */
export interface Bounds {
  readonly maxWaiting: number
  /** of all that waits together */
  readonly maxWaitingBytes: number
}

export interface Load {
  /** that the work holds in memory while it waits */
  readonly bytes: number
  readonly signal?: AbortSignal
}

/** Gives each worker one piece of work at a time, in the order they came. */
export interface Queue<W> {
  /**
   * @throws RecognitionError `ENGINE_BUSY` when too much waits; the signal's reason as soon as it aborts (work that
   *   waits is dropped; work that runs keeps its worker until it is over); whatever `work` rejects with
   */
  add<T>(work: (worker: W) => Promise<T>, load: Load): Promise<T>
  /** Rejects all that wait. */
  clear(reason: unknown): void
}

export function createQueue<W>(workers: readonly W[], { maxWaiting, maxWaitingBytes }: Bounds): Queue<W> {
  // The last is taken first: who worked last is warm, and who is never needed never starts.
  const free = [...workers].reverse()
  const waiting: Waiting<W>[] = []
  let waitingBytes = 0

  function leave(entry: Waiting<W>): void {
    const place = waiting.indexOf(entry)
    if (place < 0) return
    waiting.splice(place, 1)
    waitingBytes -= entry.bytes
  }

  function next(): void {
    const [first] = waiting
    const worker = first && free.pop()
    if (!first || !worker) return
    leave(first)
    first.start(worker)
  }

  return {
    async add<T>(work: (worker: W) => Promise<T>, { bytes, signal }: Load): Promise<T> {
      signal?.throwIfAborted()
      const isFull = waiting.length >= maxWaiting || waitingBytes + bytes > maxWaitingBytes
      if (free.length === 0 && isFull) throw new RecognitionError('ENGINE_BUSY')

      return new Promise<T>((resolve, reject) => {
        const entry: Waiting<W> = {
          start: (worker) => {
            const done = (): void => {
              signal?.removeEventListener('abort', abort)
              free.push(worker)
              next()
            }
            work(worker).then(resolve, reject).finally(done)
          },
          reject,
          bytes,
        }
        const abort = (): void => {
          leave(entry)
          reject(signal?.reason as Error)
        }
        signal?.addEventListener('abort', abort, { once: true })
        waiting.push(entry)
        waitingBytes += bytes
        next()
      })
    },
    clear(reason) {
      waitingBytes = 0
      for (const { reject } of waiting.splice(0)) reject(reason)
    },
  }
}
