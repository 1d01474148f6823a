import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import type { Config } from '../config'
import { type BatchQueue, createBatchQueue } from './queue'
import { type BatchStore, createBatchStore } from './store'
import { createWatchBatch, type WatchBatch } from './watch'

const MS = 1000

export const createStore = (redis: Redis, config: Config): BatchStore =>
  createBatchStore(redis, { maxBytes: config.batchMaxBytes, resultMs: config.batchResultTtlS * MS })

export interface Batches {
  readonly store: BatchStore
  readonly queue: BatchQueue
  readonly watch: WatchBatch
}

export function createBatches(redis: Redis, config: Config, log: Logger): Batches {
  const store = createStore(redis, config)
  const queue = createBatchQueue(redis, log)
  return { store, queue, watch: createWatchBatch({ store, queue }) }
}
