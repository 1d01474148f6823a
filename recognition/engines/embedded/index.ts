import { defaultPoolSize } from './thread/pool-size'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { Engine } from '../../engine'
import { withWarningsOf } from '../../warn'
import type { RuntimeName } from './ocr/runtime/runtime'
import { createQueue } from './thread/queue'
import { createReader } from './thread/reader'

export interface EmbeddedEngineOptions {
  /**
   * Pictures that are read at once, each in a thread of its own that takes about 500 MB; as many as cores and memory
   * allow, at most 4, unless given.
   */
  readonly workers?: number
  /** Cores that one inference may use; what the machine has for each worker, at most 4, unless given. */
  readonly threads?: number
  /** Pictures that may wait while all workers read, 32 unless given; beyond it `ENGINE_BUSY`. */
  readonly maxWaiting?: number
  /** Bytes of the pictures that wait, 64 MB unless given; beyond it `ENGINE_BUSY`. */
  readonly maxWaitingBytes?: number
  /** ms, 30 s unless given; a thread that has not read its picture by then is ended: `IMAGE_UNREADABLE`. */
  readonly maxReadMs?: number
  /** What runs the models: the native runtime unless given, and WebAssembly where that cannot be loaded. */
  readonly runtime?: RuntimeName
  /** Folder of the networks and of `characters.txt`, if not the engine's own. */
  readonly weights?: string
  /** The threads' program, if not the engine's own. */
  readonly entry?: URL
}

export interface EmbeddedEngine extends Engine {
  /** Starts all threads and loads their models, so that no picture waits for that. */
  warm(): Promise<void>
  /** Ends the threads. What is still read or waiting, and whatever comes later, rejects with `ENGINE_UNAVAILABLE`. */
  close(): Promise<void>
}

/** On a core of its own, before it is known how fast this machine is. */
const USUAL_READ_MS = 1_000
const MAX_WAITING = 32
const MAX_WAITING_BYTES = 64 * 2 ** 20
/** Fifty times what a picture takes: a busy machine must not be taken for the picture's fault. */
export const MAX_READ_MS = 30_000
const ENTRY = new URL('./thread/entry.mjs', import.meta.url)

/**
 * Reads licenses on this machine, without a network: PP-OCR's models in threads of their own, which start when there
 * is a picture for them, are replaced if they crash, and do not keep the process alive while they are idle.
 */
export function createEmbeddedEngine(options: EmbeddedEngineOptions = {}): EmbeddedEngine {
  const { maxWaiting = MAX_WAITING, maxWaitingBytes = MAX_WAITING_BYTES, maxReadMs = MAX_READ_MS } = options
  const { runtime, weights, entry = ENTRY } = options
  const { workers, threads } = { ...defaultPoolSize(options.workers), ...options }
  const setup = { threads, ...(runtime && { runtime }), ...(weights !== undefined && { weights }) }
  const readers = Array.from({ length: workers }, () => createReader({ entry, setup, maxReadMs }))
  const queue = createQueue(readers, { maxWaiting, maxWaitingBytes, usualMs: USUAL_READ_MS })
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
