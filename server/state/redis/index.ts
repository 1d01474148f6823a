import type { Redis } from 'ioredis'
import type { State } from '../state'
import { createRedisAnswers } from './answers'
import { createRedisCounters } from './counters'
import { createRedisTokenStore } from './token-store'

/** Before every key, so that the database may hold other things too. Two services are parted by the URL's number. */
export const KEY_PREFIX = 'vehicle-license:'

/** State that all servers on one Redis (7 or later) share. The connection is the caller's to open and to end. */
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
