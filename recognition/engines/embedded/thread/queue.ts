import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'

interface Waiting<W> {
  readonly start: (worker: W) => void
  readonly reject: (reason: unknown) => void
  readonly bytes: number
}

export interface QueueLimits {
  readonly maxWaiting: number
  /** In total. */
  readonly maxWaitingBytes: number
  /** Estimated duration of a job, until one was measured. */
  readonly initialMs: number
}

export interface JobOptions {
  /** Memory that the job holds while it waits. */
  readonly bytes: number
  /** A job that would not finish in time is rejected at once. */
  readonly withinMs?: number
  readonly signal?: AbortSignal
}

/** Weight of the latest job in the moving average of durations. */
const LATEST_WEIGHT = 0.2
/** Share of a running job that is left, on average. */
const REMAINING = 0.5

/** First in, first out; one job per worker at a time. */
export interface Queue<W> {
  /**
   * Once the signal aborts, a waiting job is dropped; a running one keeps its worker until it ends.
   *
   * @throws RecognitionError `ENGINE_BUSY` if the queue is full or `withinMs` too short
   * @throws the signal's reason, or whatever `work` rejects with
   */
  add<T>(work: (worker: W) => Promise<T>, options: JobOptions): Promise<T>
  /** Rejects all waiting jobs. */
  clear(reason: unknown): void
}

// Not piscina (MIT, 5.3): it limits its queue by tasks, not by bytes or expected time, and ends a thread to cancel a task.
export function createQueue<W>(
  workers: readonly W[],
  { maxWaiting, maxWaitingBytes, initialMs }: QueueLimits,
): Queue<W> {
  let averageMs = initialMs
  // Last in, first out: the last worker is warm, and one that is never needed never starts.
  const free = [...workers].reverse()
  const waiting: Waiting<W>[] = []
  let waitingBytes = 0

  /** Until one more waiting job would finish. */
  const expectedMs = (): number => averageMs * (waiting.length / workers.length + REMAINING + 1)

  /** Updates the average, except after a failure, which may be quick. */
  async function timed<T>(work: (worker: W) => Promise<T>, worker: W): Promise<T> {
    const startedAt = performance.now()
    const result = await work(worker)
    averageMs += LATEST_WEIGHT * (performance.now() - startedAt - averageMs)
    return result
  }

  function leave(entry: Waiting<W>): void {
    const index = waiting.indexOf(entry)
    if (index < 0) return
    waiting.splice(index, 1)
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
    async add<T>(work: (worker: W) => Promise<T>, { bytes, withinMs = Infinity, signal }: JobOptions): Promise<T> {
      signal?.throwIfAborted()
      const isFull = waiting.length >= maxWaiting || waitingBytes + bytes > maxWaitingBytes || expectedMs() > withinMs
      if (free.length === 0 && isFull) throw new RecognitionError('ENGINE_BUSY')

      return new Promise<T>((resolve, reject) => {
        const entry: Waiting<W> = {
          start: (worker) => {
            const done = (): void => {
              signal?.removeEventListener('abort', abort)
              free.push(worker)
              next()
            }
            timed(work, worker).then(resolve, reject).finally(done)
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
