import { availableParallelism } from 'node:os'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { Engine } from '../../engine'
import { createQueue } from './thread/queue'
import { createReader } from './thread/reader'

export interface EmbeddedEngineOptions {
  /** Pictures that may wait while one is read, 32 unless given; beyond it `ENGINE_BUSY`. */
  readonly maxWaiting?: number
  /** Cores that one inference may use; the machine's, at most 4, unless given. */
  readonly threads?: number
  /** The thread's program, if not the engine's own. */
  readonly entry?: URL
}

export interface EmbeddedEngine extends Engine {
  /** Starts the thread and loads the models, so that the first picture does not wait for that. */
  warm(): Promise<void>
  /** Ends the thread. What is still read or waiting, and whatever comes later, rejects with `ENGINE_UNAVAILABLE`. */
  close(): Promise<void>
}

const MAX_WAITING = 32
/** More cores make one picture hardly faster. */
const MAX_THREADS = 4
const ENTRY = new URL('./thread/entry.mjs', import.meta.url)

/**
 * Reads licenses on this machine, without a network: PP-OCR's models in a thread of its own, which starts with the
 * first picture, is replaced if it crashes, and does not keep the process alive while it is idle.
 */
export function createEmbeddedEngine(options: EmbeddedEngineOptions = {}): EmbeddedEngine {
  const { maxWaiting = MAX_WAITING, entry = ENTRY } = options
  const { threads = Math.min(MAX_THREADS, availableParallelism()) } = options
  const queue = createQueue(maxWaiting)
  const reader = createReader(entry, { threads }, (error) => {
    queue.clear(error)
  })
  let closed = false

  async function read(bytes?: Uint8Array, signal?: AbortSignal) {
    if (closed) throw new RecognitionError('ENGINE_UNAVAILABLE')
    return queue.add(() => reader.read(bytes), signal)
  }

  return {
    async recognize({ bytes }, { signal }) {
      const recognition = await read(bytes, signal)
      if (!recognition) throw new RecognitionError('ENGINE_UNAVAILABLE')
      return recognition
    },
    async warm() {
      await read()
    },
    async close() {
      closed = true
      queue.clear(new RecognitionError('ENGINE_UNAVAILABLE'))
      await reader.stop()
    },
  }
}
