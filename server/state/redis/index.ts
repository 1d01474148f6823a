import type { Redis } from 'ioredis'
import type { State } from '../state'
import { createRedisAnswers } from './answers'
import { createRedisCounters } from './counters'
import { createRedisTokenStore } from './token-store'

/** Separates the keys from other applications'. Two services need different database numbers in their URLs. */
export const KEY_PREFIX = 'vehicle-license:'

/** State that all servers with the same Redis (7 or later) share. The caller owns the connection. */
export function createRedisState(redis: Redis): State {
  const counters = createRedisCounters(redis, KEY_PREFIX)
  return {
    counters,
    answers: createRedisAnswers(redis, KEY_PREFIX),
    tokenStore: createRedisTokenStore(redis, KEY_PREFIX, counters),
    isReady: () =>
      redis.ping().then(
        () => true,
        () => false,
      ),
    close: () => Promise.resolve(),
  }
}
