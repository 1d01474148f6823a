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
  /** ms that one piece of work is thought to take before any was done */
  readonly usualMs: number
}

export interface Load {
  /** that the work holds in memory while it waits */
  readonly bytes: number
  /** ms; who cannot be served by then is told so at once, and not when the time is up */
  readonly withinMs?: number
  readonly signal?: AbortSignal
}

/** What the last piece of work counts for in how long one is thought to take. */
const NEWEST_SHARE = 0.2
/** Of the work that is being done, what is left to do on average. */
const HALF_DONE = 0.5

/** Gives each worker one piece of work at a time, in the order they came. */
export interface Queue<W> {
  /**
   * @throws RecognitionError `ENGINE_BUSY` when too much waits, or so much that it would not be done in time; the signal's reason as soon as it aborts (work that
   *   waits is dropped; work that runs keeps its worker until it is over); whatever `work` rejects with
   */
  add<T>(work: (worker: W) => Promise<T>, load: Load): Promise<T>
  /** Rejects all that wait. */
  clear(reason: unknown): void
}

export function createQueue<W>(workers: readonly W[], bounds: Bounds): Queue<W> {
  const { maxWaiting, maxWaitingBytes } = bounds
  /** How long one piece of work takes: a moving average. */
  let takesMs = bounds.usualMs
  // The last is taken first: who worked last is warm, and who is never needed never starts.
  const free = [...workers].reverse()
  const waiting: Waiting<W>[] = []
  let waitingBytes = 0

  /** ms until one more piece of work would be done that has to wait */
  const expectedMs = (): number => takesMs * (waiting.length / workers.length + HALF_DONE + 1)

  /** Does the work, and learns from it how long it takes; what fails at once tells nothing. */
  async function timed<T>(work: (worker: W) => Promise<T>, worker: W): Promise<T> {
    const startedAt = performance.now()
    const result = await work(worker)
    takesMs += NEWEST_SHARE * (performance.now() - startedAt - takesMs)
    return result
  }

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
    async add<T>(work: (worker: W) => Promise<T>, { bytes, withinMs = Infinity, signal }: Load): Promise<T> {
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
