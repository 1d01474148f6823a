import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { describeCause } from '../../recognition/describe-cause'

export const QUEUE = { name: 'recognitions', prefix: 'vehicle-license' } as const

/** Where a queued picture is stored. */
export interface PictureJob {
  readonly batch: string
  readonly index: number
}

/** The queue of pictures for the workers. */
export interface BatchQueue {
  /** Queues these pictures of a batch: all or none. */
  add(batch: string, indexes: readonly number[]): Promise<void>
  /** Current workers on all machines. */
  countWorkers(): Promise<number>
  close(): Promise<void>
}

/** Attempts are unlimited here: `process.ts` decides which one is the last. */
const JOB = {
  attempts: Number.MAX_SAFE_INTEGER,
  backoff: { type: 'custom' },
  removeOnComplete: true,
  removeOnFail: true,
  stackTraceLimit: 1,
} as const

export function createBatchQueue(redis: Redis, log: Logger): BatchQueue {
  const queue = new Queue<PictureJob>(QUEUE.name, { connection: redis, prefix: QUEUE.prefix })
  queue.on('error', (error) => log.debug({ cause: describeCause(error) }, 'Queue'))
  return {
    async add(batch, indexes) {
      await queue.addBulk(
        indexes.map((index) => ({
          name: 'picture',
          data: { batch, index },
          opts: { ...JOB, jobId: `${batch}-${index}` },
        })),
      )
    },
    countWorkers: () => queue.getWorkersCount(),
    close: () => queue.close(),
  }
}
