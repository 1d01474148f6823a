import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { Token, TokenStore } from '../../../recognition/engines/https/tokens/store'
import type { Counters } from '../../../recognition/limits/counters'
import { defineScript } from './script'

/** KEYS: the lock. ARGV: its holder. */
const UNLOCK = `
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`

/** The access token that all servers with the same Redis share. It is not encrypted: Redis must be private. */
export function createRedisTokenStore(redis: Redis, prefix: string, counters: Counters): TokenStore {
  const unlock = defineScript(redis, 'unlockToken', 1, UNLOCK)
  const tokenKey = `${prefix}token`
  const lockKey = `${prefix}token-lock`

  return {
    counters,
    async read() {
      const text = await redis.get(tokenKey)
      return text === null ? undefined : (JSON.parse(text) as Token)
    },
    async write(token) {
      await redis.set(tokenKey, JSON.stringify(token), 'PXAT', token.expiresAt)
    },
    async lock(forMs) {
      const holder = randomUUID()
      const taken = await redis.set(lockKey, holder, 'PX', forMs, 'NX')
      if (taken === null) return undefined
      return async () => {
        await unlock(lockKey, holder)
      }
    },
  }
}
