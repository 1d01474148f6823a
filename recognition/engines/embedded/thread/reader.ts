import { setTimeout as wait } from 'node:timers/promises'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import type { Recognition } from '../../../../miniprogram/vehicle-license/recognition'
import type { Setup } from './messages'
import { startThread, type Thread } from './thread'

/** Reads pictures in a thread of its own, one at a time; it starts a new one where the last has ended. */
export interface Reader {
  /**
   * @param signal when it aborts, the thread is told to leave off
   * @throws RecognitionError, `IMAGE_UNREADABLE` where the picture keeps the thread from answering: it crashes, or is
   *   ended because it takes too long. Whoever reads the same picture next would fare no better.
   */
  read(bytes: Uint8Array, signal?: AbortSignal): Promise<Recognition>
  /** Waits until there is a thread that has its models loaded. @throws RecognitionError `ENGINE_UNAVAILABLE` */
  warm(): Promise<void>
  /** Ends the thread; there will be no other. */
  stop(): Promise<void>
}

export interface ReaderOptions {
  readonly entry: URL
  readonly setup: Setup
  /** ms after which a thread that does not answer is ended */
  readonly maxReadMs: number
}

const FIRST_PAUSE_MS = 200
const MAX_PAUSE_MS = 5_000

/** ms before the next thread when so many in a row ended without an answer: the first is replaced at once. */
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

  /** One thread, however many ask for it at once. */
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
