import { setTimeout as wait } from 'node:timers/promises'
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
/**
 * ms for BullMQ to let go of its connections once no picture is at work. Where Redis has just come back, it may wait for
 * ever for a connection that it closed itself.
 */
const LET_GO_MS = 3_000
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
    stalledInterval: LOOK_MS,
    maxStalledCount: MAX_STALLED,
    runRetryDelay: RECONNECT_MS,
    settings: { backoffStrategy: retryDelayMs },
  })
  worker.on('error', (error) => log.debug({ cause: describeCause(error) }, 'Queue'))
  worker.on('stalled', (job) => log.warn({ job }, 'A picture is taken over from a worker that died'))

  async function letGo(signal: AbortSignal): Promise<void> {
    while (running.size > 0) await Promise.allSettled(running)
    await wait(LET_GO_MS, undefined, { signal }).catch(() => undefined)
  }

  return {
    ready: () => worker.waitUntilReady(),
    async close() {
      const closed = new AbortController()
      const closing = worker.close().finally(() => closed.abort())
      await Promise.race([closing, letGo(closed.signal)])
    },
  }
}
