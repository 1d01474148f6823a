import type { Counters } from '../../../limits/counters'

export interface Token {
  readonly value: string
  /** ms since 1970 */
  readonly expiresAt: number
}

/** Holds the token of an app id for all processes that share the store. */
export interface TokenStore {
  read(): Promise<Token | undefined>
  write(token: Token): Promise<void>
  /**
   * Locks the token while one process renews it.
   *
   * @param forMs - after which the lock expires, in case its holder died
   * @returns the unlock function, or `undefined` while another process holds the lock
   */
  lock(forMs: number): Promise<(() => Promise<void>) | undefined>
  /** For the limits on forced refreshes. */
  readonly counters: Counters
}
