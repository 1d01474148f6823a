import { setTimeout as wait } from 'node:timers/promises'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import type { Recognition } from '../../../../miniprogram/vehicle-license/recognition'
import type { Setup } from './messages'
import { startThread, type Thread } from './thread'

/** Reads one picture at a time in a thread of its own, which is replaced after it ends. */
export interface Reader {
  /**
   * @param signal cancels the work in the thread
   * @throws RecognitionError `IMAGE_UNREADABLE` if the thread crashes or times out, which a retry would repeat
   */
  read(bytes: Uint8Array, signal?: AbortSignal): Promise<Recognition>
  /** Waits for a thread with loaded models. @throws RecognitionError `ENGINE_UNAVAILABLE` */
  warm(): Promise<void>
  /** Ends the thread for good. */
  stop(): Promise<void>
}

export interface ReaderOptions {
  readonly entry: URL
  readonly setup: Setup
  /** A thread that takes longer is terminated. */
  readonly maxReadMs: number
}

const FIRST_PAUSE_MS = 200
const MAX_PAUSE_MS = 5_000

/** Exponential backoff before the next thread, after so many failures in a row; none after the first. */
export const pauseMs = (failures: number): number =>
  failures < 2 ? 0 : Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 2))

export function createReader({ entry, setup, maxReadMs }: ReaderOptions): Reader {
  let current: Thread | undefined
  let starting: Promise<Thread> | undefined
  let failures = 0
  const stopping = new AbortController()

  function start(): Thread {
    const thread = startThread(entry, setup, () => {
      if (current !== thread) return
      current = undefined
      failures++
    })
    current = thread
    return thread
  }

  async function readyThread(): Promise<Thread> {
    if (!current) await wait(pauseMs(failures), undefined, { signal: stopping.signal }).catch(() => undefined)
    if (stopping.signal.aborted) throw new RecognitionError('ENGINE_UNAVAILABLE')
    const thread = current ?? start()
    if (!(await thread.ready)) throw new RecognitionError('ENGINE_UNAVAILABLE', { cause: thread.cause() })
    return thread
  }

  /** Concurrent calls share one start. */
  const getThread = (): Promise<Thread> =>
    (starting ??= readyThread().finally(() => {
      starting = undefined
    }))

  return {
    async read(bytes, signal) {
      const thread = await getThread()
      signal?.throwIfAborted()
      const cancelled = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
      const cancel = (): void => void Atomics.store(cancelled, 0, 1)
      signal?.addEventListener('abort', cancel, { once: true })
      const timer = setTimeout(() => void thread.end('IMAGE_UNREADABLE'), maxReadMs)
      try {
        const outcome = await thread.run({ bytes: new Uint8Array(bytes), cancelled })
        if (thread === current) failures = 0
        if (!outcome.ok) throw new RecognitionError(outcome.code, { cause: outcome.cause })
        return outcome.recognition
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', cancel)
      }
    },
    async warm() {
      await getThread()
    },
    async stop() {
      const thread = current
      current = undefined
      stopping.abort()
      await thread?.end('ENGINE_UNAVAILABLE')
    },
  }
}
