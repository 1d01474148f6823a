import { Redis, type RedisOptions } from 'ioredis'
import type { Logger } from 'pino'
import { describeCause } from '../recognition/describe-cause'

const RETRY_STEP_MS = 100
const MAX_RETRY_MS = 2_000

const COMMON = {
  connectTimeout: 2_000,
  /** Retries forever. */
  retryStrategy: (times: number) => Math.min(times * RETRY_STEP_MS, MAX_RETRY_MS),
} satisfies RedisOptions

/**
 * Fails at once if Redis is down, and after 5 s if it hangs. 1 s was too short: a process that is busy receiving
 * pictures reads replies late.
 */
const FOR_REQUESTS = { ...COMMON, commandTimeout: 5_000, maxRetriesPerRequest: 1 } satisfies RedisOptions

/** Waits for Redis forever, as BullMQ requires. */
const FOR_QUEUES = { ...COMMON, maxRetriesPerRequest: null } satisfies RedisOptions

/**
 * Connects to Redis in the background. Logs when it goes down and when it is back.
 *
 * @param url - never logged, because it may contain a password
 */
export function connectRedis(url: string, log: Logger, use: 'requests' | 'queues' = 'requests'): Redis {
  const redis = new Redis(url, use === 'queues' ? FOR_QUEUES : FOR_REQUESTS)
  let isDown = false
  redis.on('error', (error: unknown) => {
    if (isDown) return
    isDown = true
    log.warn({ cause: describeCause(error) }, 'Redis is unreachable')
  })
  redis.on('ready', () => {
    if (isDown) log.info('Redis is back')
    isDown = false
  })
  return redis
}
