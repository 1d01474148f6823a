import type { Counters } from '../../../../recognition/limits/counters'
import { COLLECTIONS, type Expiring } from './collections'
import { command, openStore } from './store'

interface Count extends Expiring {
  readonly count: number
}

/** Attempts at an exact count before falling back to an atomic increment. */
const ATTEMPTS = 4
/** Cached counts; at the limit the cache is cleared. */
const MAX_CACHED = 1_000

/**
 * Counts in the cloud database. `take` is mostly one round trip: it inserts a new count, or replaces a cached one if it is
 * unchanged. The limit is never exceeded. The returned count is exact except under heavy concurrency, where it may be
 * another instance's.
 */
export function createCloudCounters(now: () => number = Date.now): Counters {
  const store = openStore<Count>(COLLECTIONS.counters.name)
  const cache = new Map<string, Count>()

  function remember(key: string, count: Count): number {
    if (cache.size >= MAX_CACHED) cache.clear()
    cache.set(key, count)
    return count.count
  }

  /** Increments atomically. */
  async function increase(key: string, limit: number): Promise<number | undefined> {
    const where = { _id: key, count: command.lt(limit), expireAt: command.gt(now()) }
    if ((await store.update(where, { count: command.inc(1) })) === 0) return undefined
    const after = await store.find(key)
    return Math.min(after?.count ?? limit, limit)
  }

  async function take(key: string, limit: number, ttlMs: number): Promise<number | undefined> {
    if (limit < 1) return undefined
    let known = cache.get(key)
    let isFresh = false
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const isOver = known === undefined || known.expireAt <= now()
      const next: Count =
        isOver || !known ? { count: 1, expireAt: now() + ttlMs } : { ...known, count: known.count + 1 }
      if (next.count > limit && isFresh) return undefined
      if (next.count <= limit) {
        const isDone = known ? (await store.update({ _id: key, ...known }, next)) > 0 : await store.insert(key, next)
        if (isDone) return remember(key, next)
      }
      const found = await store.find(key)
      known = found && { count: found.count, expireAt: found.expireAt }
      isFresh = true
    }
    cache.delete(key)
    return increase(key, limit)
  }

  return {
    take,
    async giveBack(key) {
      cache.delete(key)
      await store.update({ _id: key, count: command.gt(0) }, { count: command.inc(-1) })
    },
    async raise(key, count, ttlMs) {
      cache.delete(key)
      const fresh: Count = { count, expireAt: now() + ttlMs }
      const raise = () => store.update({ _id: key, expireAt: command.gt(now()) }, { count: command.max(count) })
      if ((await raise()) > 0 || (await store.insert(key, fresh))) return
      // The count exists: already high enough, or expired.
      const replaced = await store.update({ _id: key, expireAt: command.lte(now()) }, fresh)
      if (replaced === 0) await raise()
    },
  }
}
