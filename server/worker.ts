import type { Logger } from 'pino'
import { engineOf } from '../recognition/engines'
import { createStore } from './batches'
import { createBatchWorker } from './batches/worker'
import { type Config, ConfigError } from './config'
import { startOperations } from './operations'
import { connectRedis } from './redis'
import { createServices, type Overrides } from './services'

export interface RunningWorker {
  /** Takes no more pictures, and finishes the current ones. */
  close(): Promise<void>
}

/**
 * Reads the pictures of batches with the server's engines and limits until it is closed. Waits for Redis while that is
 * down.
 *
 * @throws ConfigError without `REDIS_URL`, where the queue is
 */
export async function startWorker(config: Config, log: Logger, overrides: Overrides = {}): Promise<RunningWorker> {
  const { redisUrl, engines, requestBudgetMs, workerConcurrency: concurrency } = config
  if (redisUrl === undefined) throw new ConfigError(['REDIS_URL is missing: a worker has its pictures from Redis'])

  const services = createServices(config, log, overrides)
  const operations = await startOperations(services).catch(async (error: unknown) => {
    await services.close()
    throw error
  })
  const redis = connectRedis(redisUrl, log, 'queues')
  const { recognizer } = services
  const store = createStore(redis, config)
  // Nobody waits for a worker, so an engine has time to give up on a picture before another worker tries it.
  const budgetMs = requestBudgetMs + Math.max(...engines.map((key) => engineOf(key).maxReadMs ?? 0))
  const worker = createBatchWorker({ redis, store, recognizer, budgetMs, concurrency, log })
  await worker.ready()
  log.info({ concurrency }, 'Worker is ready')
  return {
    async close() {
      await worker.close()
      await operations?.close()
      await services.close()
      redis.disconnect()
    },
  }
}
