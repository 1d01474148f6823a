import type { Counters } from './counters'

interface Entry {
  count: number
  readonly expiresAt: number
}

/** New counts between sweeps of expired ones: bounds the memory. */
const SWEEP_EVERY = 1_000

/** Counts of this process. */
export function createMemoryCounters(now: () => number = Date.now): Counters {
  const entries = new Map<string, Entry>()
  let created = 0

  function sweep(): void {
    for (const [key, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(key)
  }

  function entryOf(key: string, ttlMs: number): Entry {
    const found = entries.get(key)
    if (found && found.expiresAt > now()) return found
    created += 1
    if (created % SWEEP_EVERY === 0) sweep()
    const entry = { count: 0, expiresAt: now() + ttlMs }
    entries.set(key, entry)
    return entry
  }

  return {
    take(key, limit, ttlMs) {
      const entry = entryOf(key, ttlMs)
      if (entry.count >= limit) return Promise.resolve(undefined)
      entry.count += 1
      return Promise.resolve(entry.count)
    },
    giveBack(key) {
      const entry = entries.get(key)
      if (entry && entry.count > 0) entry.count -= 1
      return Promise.resolve()
    },
    raise(key, count, ttlMs) {
      const entry = entryOf(key, ttlMs)
      entry.count = Math.max(entry.count, count)
      return Promise.resolve()
    },
  }
}
