import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'

interface Waiting {
  readonly start: () => void
  readonly reject: (reason: unknown) => void
}

/** Runs one piece of work at a time, in the order they came. */
export interface Queue {
  /**
   * @throws RecognitionError `ENGINE_BUSY` when too many wait; the signal's reason as soon as it aborts (work that
   *   waits is dropped, work that runs goes on and its result is thrown away); whatever `work` rejects with
   */
  add<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Rejects all that wait. */
  clear(reason: unknown): void
}

export function createQueue(maxWaiting: number): Queue {
  const waiting: Waiting[] = []
  let running = false

  function next(): void {
    const first = waiting.shift()
    running = first !== undefined
    first?.start()
  }

  function enqueue<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const entry: Waiting = {
        start: () => {
          work().then(resolve, reject).finally(done)
        },
        reject,
      }
      const abort = (): void => {
        const place = waiting.indexOf(entry)
        if (place >= 0) waiting.splice(place, 1)
        reject(signal?.reason as Error)
      }
      const done = (): void => {
        signal?.removeEventListener('abort', abort)
        next()
      }
      signal?.addEventListener('abort', abort, { once: true })
      waiting.push(entry)
      if (!running) next()
    })
  }

  return {
    async add(work, signal) {
      signal?.throwIfAborted()
      if (running && waiting.length >= maxWaiting) throw new RecognitionError('ENGINE_BUSY')
      return enqueue(work, signal)
    },
    clear(reason) {
      for (const { reject } of waiting.splice(0)) reject(reason)
    },
  }
}
