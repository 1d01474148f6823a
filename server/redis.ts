import { Redis, type RedisOptions } from 'ioredis'
import type { Logger } from 'pino'
import { describeCause } from '../recognition/describe-cause'

const RETRY_STEP_MS = 100
const MAX_RETRY_MS = 2_000

const COMMON = {
  connectTimeout: 2_000,
  /** Tries again for ever: Redis comes back. */
  retryStrategy: (times: number) => Math.min(times * RETRY_STEP_MS, MAX_RETRY_MS),
} satisfies RedisOptions

/**
 * Answers or fails while somebody waits. A Redis that is away fails at once; 5 s are for one that hangs. A second was too
 * little: what is timed is this process, too, and while it takes in many pictures an answer that has come lies unread.
 */
const FOR_REQUESTS = { ...COMMON, commandTimeout: 5_000, maxRetriesPerRequest: 1 } satisfies RedisOptions

/** Waits for Redis however long that takes, as BullMQ demands. */
const FOR_QUEUES = { ...COMMON, maxRetriesPerRequest: null } satisfies RedisOptions

/**
 * Connects to Redis in the background. One line is logged when it goes away, and one when it is back.
 *
 * @param url - may hold a password: it is never logged
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
