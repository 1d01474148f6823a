import { Worker } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { describeCause } from '../../recognition/describe-cause'
import { createProcess, type ProcessOptions, retryDelayMs } from './process'
import { type PictureJob, QUEUE } from './queue'

/** ms after which a worker that says nothing counts as dead, and between looks for such; both together at most. */
const LOCK_MS = 10_000
const LOOK_MS = 5_000
/** ms between attempts to reach Redis when it is away */
const RECONNECT_MS = 1_000
/** `createProcess` gives up a picture long before. */
const MAX_STALLED = 1_000_000

export interface BatchWorkerOptions extends ProcessOptions {
  /** Made for queues: it waits for Redis however long that takes. */
  readonly redis: Redis
  /** Pictures read at a time. */
  readonly concurrency: number
  readonly log: Logger
}

export interface BatchWorker {
  /** Settles when Redis is there. */
  ready(): Promise<void>
  /** Takes no more pictures, and waits for those it is at. */
  close(): Promise<void>
}

/** Reads queued pictures. Any number of workers share one queue; what a dead one was at, another takes over. */
export function createBatchWorker({ redis, concurrency, log, ...options }: BatchWorkerOptions): BatchWorker {
  const worker = new Worker<PictureJob>(QUEUE.name, createProcess(options), {
    connection: redis,
    prefix: QUEUE.prefix,
    concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: LOOK_MS,
    maxStalledCount: MAX_STALLED,
    runRetryDelay: RECONNECT_MS,
    settings: { backoffStrategy: retryDelayMs },
  })
  worker.on('error', (error) => log.debug({ cause: describeCause(error) }, 'Queue'))
  worker.on('stalled', (job) => log.warn({ job }, 'A picture is taken over from a worker that died'))
  return {
    ready: () => worker.waitUntilReady(),
    close: () => worker.close(),
  }
}
