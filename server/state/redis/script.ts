import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'

type Argument = string | number | Buffer

/** Redis has forgotten the script, as after a restart. */
const isForgotten = (error: unknown): boolean => error instanceof Error && error.message.startsWith('NOSCRIPT')

/** A Lua script, which Redis runs as one step: sent once, then called by its hash. */
export function defineScript<T>(redis: Redis, lua: string) {
  const sha = createHash('sha1').update(lua).digest('hex')
  return async (keys: readonly string[], args: readonly Argument[]): Promise<T> => {
    try {
      return (await redis.evalsha(sha, keys.length, ...keys, ...args)) as T
    } catch (error) {
      if (!isForgotten(error)) throw error
      return (await redis.eval(lua, keys.length, ...keys, ...args)) as T
    }
  }
}
