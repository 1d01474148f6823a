import { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { describeCause } from '../../recognition/describe-cause'

export const QUEUE = { name: 'recognitions', prefix: 'vehicle-license' } as const

/** What is queued of a picture: where it lies. */
export interface PictureJob {
  readonly batch: string
  readonly index: number
}

/** Pictures that wait for a worker. */
export interface BatchQueue {
  /** Queues the pictures at these places of a batch: all, or none. */
  add(batch: string, indexes: readonly number[]): Promise<void>
  /** How many workers there are now, on all machines. */
  countWorkers(): Promise<number>
  close(): Promise<void>
}

/** A job ends by an answer or with its batch, never by its attempts: `process.ts` says which attempt is the last. */
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
