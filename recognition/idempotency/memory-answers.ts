import type { Answers } from './answers'

interface Entry {
  readonly owner: string
  readonly expiresAt: number
  readonly answer?: string
}

/** About 2 kB each. */
const MAX_ENTRIES = 2_000

/** Answers of this process. Beyond `maxEntries` the oldest are dropped early. */
export function createMemoryAnswers(now: () => number = Date.now, maxEntries = MAX_ENTRIES): Answers {
  const entries = new Map<string, Entry>()

  /** Moves the key to the end: maps keep insertion order. */
  function put(key: string, entry: Entry): void {
    entries.delete(key)
    entries.set(key, entry)
    const [oldest] = entries.keys()
    if (entries.size > maxEntries && oldest !== undefined) entries.delete(oldest)
  }

  return {
    claim(key, owner, claimMs) {
      const found = entries.get(key)
      if (found && found.expiresAt > now()) {
        const { answer } = found
        return Promise.resolve(answer === undefined ? { state: 'pending' } : { state: 'settled', answer })
      }
      put(key, { owner, expiresAt: now() + claimMs })
      return Promise.resolve({ state: 'claimed' })
    },
    settle(key, owner, answer, keepMs) {
      if (entries.get(key)?.owner === owner) put(key, { owner, answer, expiresAt: now() + keepMs })
      return Promise.resolve()
    },
    release(key, owner) {
      if (entries.get(key)?.owner === owner) entries.delete(key)
      return Promise.resolve()
    },
  }
}
