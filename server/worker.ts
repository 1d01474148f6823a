import type { Logger } from 'pino'
import { MAX_READ_MS } from '../recognition/engines/embedded'
import { createStore } from './batches'
import { createBatchWorker } from './batches/worker'
import { type Config, ConfigError } from './config'
import { startOperations } from './operations'
import { connectRedis } from './redis'
import { createServices, type Overrides } from './services'

export interface RunningWorker {
  /** Takes no more pictures, and waits for those it is at. */
  close(): Promise<void>
}

/**
 * Reads pictures of batches, with the same engines and limits as the server, until it is closed. Where Redis is away,
 * it waits for it.
 *
 * @throws ConfigError without `REDIS_URL`: the queue lies in Redis
 */
export async function startWorker(config: Config, log: Logger, overrides: Overrides = {}): Promise<RunningWorker> {
  const { redisUrl, requestBudgetMs, workerConcurrency: concurrency } = config
  if (redisUrl === undefined) throw new ConfigError(['REDIS_URL is missing: a worker has its pictures from Redis'])

  const services = createServices(config, log, overrides)
  const operations = await startOperations(services).catch(async (error: unknown) => {
    await services.close()
    throw error
  })
  const redis = connectRedis(redisUrl, log, 'queues')
  const { recognizer } = services
  const store = createStore(redis, config)
  // Nobody waits here: the engine has time to tell that it is the picture, before another worker tries it. Without an
  // engine of its own a worker that dies keeps its pictures from the others no longer than WeChat may take.
  const budgetMs = requestBudgetMs + (config.engines.embedded ? MAX_READ_MS : 0)
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
