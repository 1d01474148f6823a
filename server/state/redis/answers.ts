import type { Redis } from 'ioredis'
import type { Answers } from '../../../recognition/idempotency/answers'
import { defineScript } from './script'

/** First letter of a stored value: a claim, followed by its owner, or an answer. */
const CLAIM = 'c'
const ANSWER = 'a'

/** KEYS: the answer. ARGV: expected claim, new value, TTL in ms. */
const SETTLE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 1`

/** KEYS: the answer. ARGV: expected claim. */
const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`

/** Answers that all servers with the same Redis share. */
export function createRedisAnswers(redis: Redis, prefix: string): Answers {
  const settle = defineScript(redis, 'settleAnswer', 1, SETTLE)
  const release = defineScript(redis, 'releaseAnswer', 1, RELEASE)
  const keyOf = (key: string): string => `${prefix}answer:${key}`

  return {
    async claim(key, owner, claimMs) {
      // `GET` returns the old value; null if there was none.
      const found = await redis.set(keyOf(key), CLAIM + owner, 'PX', claimMs, 'NX', 'GET')
      if (found === null) return { state: 'claimed' }
      return found.startsWith(ANSWER) ? { state: 'settled', answer: found.slice(1) } : { state: 'pending' }
    },
    async settle(key, owner, answer, keepMs) {
      await settle(keyOf(key), CLAIM + owner, ANSWER + answer, keepMs)
    },
    async release(key, owner) {
      await release(keyOf(key), CLAIM + owner)
    },
  }
}
