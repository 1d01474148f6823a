import type { Answers } from './answers'

interface Entry {
  readonly owner: string
  readonly expiresAt: number
  readonly answer?: string
}

/** Forgotten answers are looked for after so many new ones, so that memory stays bounded. */
const SWEEP_EVERY = 1_000

/** Answers of this process alone. */
export function createMemoryAnswers(now: () => number = Date.now): Answers {
  const entries = new Map<string, Entry>()
  let created = 0

  function sweep(): void {
    for (const [key, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(key)
  }

  return {
    claim(key, owner, claimMs) {
      const found = entries.get(key)
      if (found && found.expiresAt > now()) {
        const { answer } = found
        return Promise.resolve(answer === undefined ? { state: 'pending' } : { state: 'settled', answer })
      }
      created += 1
      if (created % SWEEP_EVERY === 0) sweep()
      entries.set(key, { owner, expiresAt: now() + claimMs })
      return Promise.resolve({ state: 'claimed' })
    },
    settle(key, owner, answer, keepMs) {
      if (entries.get(key)?.owner === owner) entries.set(key, { owner, answer, expiresAt: now() + keepMs })
      return Promise.resolve()
    },
    release(key, owner) {
      if (entries.get(key)?.owner === owner) entries.delete(key)
      return Promise.resolve()
    },
  }
}
