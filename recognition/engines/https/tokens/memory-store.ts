import { createMemoryCounters } from '../../../limits/memory-counters'
import type { Token, TokenStore } from './store'

/** The token of this process. */
export function createMemoryTokenStore(): TokenStore {
  let token: Token | undefined
  let lockedUntil = 0
  return {
    read: () => Promise.resolve(token),
    write(written) {
      token = written
      return Promise.resolve()
    },
    lock(forMs) {
      if (lockedUntil > Date.now()) return Promise.resolve(undefined)
      const until = Date.now() + forMs
      lockedUntil = until
      return Promise.resolve(() => {
        if (lockedUntil === until) lockedUntil = 0
        return Promise.resolve()
      })
    },
    counters: createMemoryCounters(),
  }
}
