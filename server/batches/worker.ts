import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { describeCause } from '../../recognition/describe-cause'
import { createProcess, type ProcessOptions, retryDelayMs } from './process'
import { type PictureJob, QUEUE } from './queue'

/** ms without a sign of life after which a worker counts as dead, and between checks for that */
const LOCK_MS = 10_000
const STALLED_CHECK_MS = 5_000
/** ms between attempts to reconnect to Redis */
const RECONNECT_MS = 1_000
/**
 * ms for BullMQ to close its connections once no picture is running. Just after Redis comes back it may wait forever for
 * a connection that it closed itself.
 */
const CLOSE_MS = 3_000
/** Unlimited in effect: `createProcess` gives up on a picture long before. */
const MAX_STALLED = 1_000_000

export interface BatchWorkerOptions extends ProcessOptions {
  /** Connected for use by `queues`. */
  readonly redis: Redis
  /** Pictures read at a time. */
  readonly concurrency: number
  readonly log: Logger
}

export interface BatchWorker {
  /** Resolves once Redis is available. */
  ready(): Promise<void>
  /** Takes no more pictures, and finishes the current ones. */
  close(): Promise<void>
}

/** Processes queued pictures. Workers share one queue, and take over the pictures of dead ones. */
export function createBatchWorker({ redis, concurrency, log, ...options }: BatchWorkerOptions): BatchWorker {
  const read = createProcess(options)
  const running = new Set<Promise<void>>()
  const track: typeof read = (attempt) => {
    const work = read(attempt).finally(() => running.delete(work))
    running.add(work)
    return work
  }
  const worker = new Worker<PictureJob>(QUEUE.name, track, {
    connection: redis,
    prefix: QUEUE.prefix,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_CHECK_MS,
    maxStalledCount: MAX_STALLED,
    runRetryDelay: RECONNECT_MS,
    settings: { backoffStrategy: retryDelayMs },
  })
  worker.on('error', (error) => log.debug({ cause: describeCause(error) }, 'Queue'))
  worker.on('stalled', (job) => log.warn({ job }, 'A picture is taken over from a dead worker'))

  async function waitForRunning(signal: AbortSignal): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running)
    await sleep(CLOSE_MS, undefined, { signal }).catch(() => undefined)
  }

  return {
    ready: () => worker.waitUntilReady(),
    async close() {
      const closed = new AbortController()
      const closing = worker.close().finally(() => closed.abort())
      await Promise.race([closing, waitForRunning(closed.signal)])
    },
  }
}
