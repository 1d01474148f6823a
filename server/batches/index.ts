import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Config } from '../config'
import { type BatchQueue, createBatchQueue } from './queue'
import { type BatchStore, createBatchStore } from './store'

const MS = 1000

export const createStore = (redis: Redis, config: Config): BatchStore =>
  createBatchStore(redis, { maxBytes: config.batchMaxBytes, resultMs: config.batchResultTtlS * MS })

/** Batches, as who takes them in needs them. */
export interface Batches {
  readonly store: BatchStore
  readonly queue: BatchQueue
}

export const createBatches = (redis: Redis, config: Config, log: Logger): Batches => ({
  store: createStore(redis, config),
  queue: createBatchQueue(redis, log),
})
