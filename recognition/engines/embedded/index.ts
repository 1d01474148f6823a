import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { Engine } from '../../engine'
import { withWarningsOf } from '../../warn'
import { defaultPoolSize } from './thread/pool-size'
import type { RuntimeName } from './ocr/runtime/runtime'
import { createQueue } from './thread/queue'
import { createReader } from './thread/reader'

export interface EmbeddedEngineOptions {
  /**
   * Pictures read at once, each in a thread of about 500 MB; by default as many as cores and memory allow, at most 4.
   */
  readonly workers?: number
  /** Cores per inference; by default what the machine has per worker, at most 4. */
  readonly threads?: number
  /** Pictures that may wait, by default 32; beyond it `ENGINE_BUSY`. */
  readonly maxWaiting?: number
  /** Total size of waiting pictures, by default 64 MB; beyond it `ENGINE_BUSY`. */
  readonly maxWaitingBytes?: number
  /** Timeout of a picture, by default 30 s; beyond it `IMAGE_UNREADABLE`. */
  readonly maxReadMs?: number
  /** Default: native, with WebAssembly as fallback. */
  readonly runtime?: RuntimeName
  /** Folder of the models and `characters.txt`, by default the engine's own. */
  readonly weights?: string
  /** Entry file of the threads, by default the engine's own. */
  readonly entry?: URL
}

export interface EmbeddedEngine extends Engine {
  /** Starts all threads and loads their models ahead of the first picture. */
  warm(): Promise<void>
  /** Ends the threads. Current, waiting and later pictures reject with `ENGINE_UNAVAILABLE`. */
  close(): Promise<void>
}

/** Estimate until this machine was measured: one core per worker. */
const INITIAL_READ_MS = 1_000
const MAX_WAITING = 32
const MAX_WAITING_BYTES = 64 * 2 ** 20
/** Fifty times what a picture takes, to allow for a busy machine. */
export const MAX_READ_MS = 30_000
const ENTRY = new URL('./thread/entry.mjs', import.meta.url)

/**
 * Offline recognition with PP-OCR's models in worker threads, which start on demand, are replaced after a crash, and do
 * not keep the process alive while idle.
 */
export function createEmbeddedEngine(options: EmbeddedEngineOptions = {}): EmbeddedEngine {
  const { maxWaiting = MAX_WAITING, maxWaitingBytes = MAX_WAITING_BYTES, maxReadMs = MAX_READ_MS } = options
  const { runtime, weights, entry = ENTRY } = options
  const { workers, threads } = { ...defaultPoolSize(options.workers), ...options }
  const setup = { threads, ...(runtime && { runtime }), ...(weights !== undefined && { weights }) }
  const readers = Array.from({ length: workers }, () => createReader({ entry, setup, maxReadMs }))
  const queue = createQueue(readers, { maxWaiting, maxWaitingBytes, initialMs: INITIAL_READ_MS })
  let closed = false

  const throwIfClosed = (): void => {
    if (closed) throw new RecognitionError('ENGINE_UNAVAILABLE')
  }

  return {
    async recognize(image, { withinMs, signal }) {
      throwIfClosed()
      const { bytes } = image
      const read = queue.add((reader) => reader.read(bytes, signal), {
        bytes: bytes.byteLength,
        signal,
        ...(withinMs !== undefined && { withinMs }),
      })
      return withWarningsOf(image, await read)
    },
    async warm() {
      throwIfClosed()
      await Promise.all(readers.map((reader) => reader.warm()))
    },
    async close() {
      closed = true
      queue.clear(new RecognitionError('ENGINE_UNAVAILABLE'))
      await Promise.all(readers.map((reader) => reader.stop()))
    },
  }
}
