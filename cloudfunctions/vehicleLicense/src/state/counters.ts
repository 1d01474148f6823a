import type { Counters } from '../../../../recognition/limits/counters'
import { COLLECTIONS, type Expiring } from './collections'
import { command, openStore } from './store'

interface Count extends Expiring {
  readonly count: number
}

/** So often is the exact count tried for, before others' haste is left to the database. */
const ATTEMPTS = 4
/** Counts that this instance remembers; days and persons of long ago are forgotten with all others. */
const MAX_REMEMBERED = 1_000

/**
 * Counts in the cloud database. Mostly one round trip a `take`: a count is made by the insertion of its document, and
 * one that this instance has seen is replaced on the condition that it still is what it was. The limit is never passed;
 * the count that `take` gives is exact, but for many instances that ask at the same moment, where it may be one of
 * theirs.
 */
export function createCloudCounters(now: () => number = Date.now): Counters {
  const store = openStore<Count>(COLLECTIONS.counters.name)
  const remembered = new Map<string, Count>()

  function remember(key: string, count: Count): number {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    remembered.set(key, count)
    return count.count
  }

  /** Counts on, whatever the count is by now. */
  async function increase(key: string, limit: number): Promise<number | undefined> {
    const where = { _id: key, count: command.lt(limit), expireAt: command.gt(now()) }
    if ((await store.update(where, { count: command.inc(1) })) === 0) return undefined
    const after = await store.find(key)
    return Math.min(after?.count ?? limit, limit)
  }

  async function take(key: string, limit: number, ttlMs: number): Promise<number | undefined> {
    if (limit < 1) return undefined
    let seen = remembered.get(key)
    let isFresh = false
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const isOver = seen === undefined || seen.expireAt <= now()
      const next: Count = isOver || !seen ? { count: 1, expireAt: now() + ttlMs } : { ...seen, count: seen.count + 1 }
      if (next.count > limit && isFresh) return undefined
      if (next.count <= limit) {
        const isDone = seen ? (await store.update({ _id: key, ...seen }, next)) > 0 : await store.insert(key, next)
        if (isDone) return remember(key, next)
      }
      const found = await store.find(key)
      seen = found && { count: found.count, expireAt: found.expireAt }
      isFresh = true
    }
    remembered.delete(key)
    return increase(key, limit)
  }

  return {
    take,
    async giveBack(key) {
      remembered.delete(key)
      await store.update({ _id: key, count: command.gt(0) }, { count: command.inc(-1) })
    },
    async raise(key, count, ttlMs) {
      remembered.delete(key)
      const fresh: Count = { count, expireAt: now() + ttlMs }
      const lift = () => store.update({ _id: key, expireAt: command.gt(now()) }, { count: command.max(count) })
      if ((await lift()) > 0 || (await store.insert(key, fresh))) return
      // It was there already: lifted, not in need of it, or over.
      const replaced = await store.update({ _id: key, expireAt: command.lte(now()) }, fresh)
      if (replaced === 0) await lift()
    },
  }
}
