import type { Redis } from 'ioredis'
import type { Counters } from '../../../recognition/limits/counters'
import { defineScript } from './script'

/** KEYS: the count. ARGV: limit, TTL in ms. Returns the new count, or 0 at the limit. */
const TAKE = `
local count = tonumber(redis.call('GET', KEYS[1]) or '0')
if count >= tonumber(ARGV[1]) then return 0 end
count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return count`

/** KEYS: the count. */
const GIVE_BACK = `
if tonumber(redis.call('GET', KEYS[1]) or '0') > 0 then redis.call('DECR', KEYS[1]) end
return 1`

/** KEYS: the count. ARGV: minimum, TTL in ms. */
const RAISE = `
if tonumber(redis.call('GET', KEYS[1]) or '0') < tonumber(ARGV[1]) then
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
end
return 1`

/** Counts that all servers with the same Redis share. */
export function createRedisCounters(redis: Redis, prefix: string): Counters {
  const take = defineScript(redis, 'takeCount', 1, TAKE)
  const giveBack = defineScript(redis, 'giveBackCount', 1, GIVE_BACK)
  const raise = defineScript(redis, 'raiseCount', 1, RAISE)
  const keyOf = (key: string): string => `${prefix}count:${key}`

  return {
    async take(key, limit, ttlMs) {
      const count = await take(keyOf(key), limit, ttlMs)
      return count === 0 ? undefined : count
    },
    async giveBack(key) {
      await giveBack(keyOf(key))
    },
    async raise(key, count, ttlMs) {
      await raise(keyOf(key), count, ttlMs)
    },
  }
}
