import type { Redis } from 'ioredis'
import type { Answers } from '../../../recognition/idempotency/answers'
import { defineScript } from './script'

/** The first letter of what is kept tells a claim, followed by its owner, from an answer. */
const CLAIM = 'c'
const ANSWER = 'a'

/** KEYS: the answer. ARGV: what its claim must be, what is kept instead, ms until it is forgotten. */
const SETTLE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
return 1`

/** KEYS: the answer. ARGV: what its claim must be. */
const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`

/** Answers that all servers on one Redis share. */
export function createRedisAnswers(redis: Redis, prefix: string): Answers {
  const settle = defineScript<number>(redis, SETTLE)
  const release = defineScript<number>(redis, RELEASE)
  const named = (key: string): string => `${prefix}answer:${key}`

  return {
    async claim(key, owner, claimMs) {
      // The former value, or null where the claim was free.
      const found = await redis.set(named(key), CLAIM + owner, 'PX', claimMs, 'NX', 'GET')
      if (found === null) return { state: 'claimed' }
      return found.startsWith(ANSWER) ? { state: 'settled', answer: found.slice(1) } : { state: 'pending' }
    },
    async settle(key, owner, answer, keepMs) {
      await settle([named(key)], [CLAIM + owner, ANSWER + answer, keepMs])
    },
    async release(key, owner) {
      await release([named(key)], [CLAIM + owner])
    },
  }
}
