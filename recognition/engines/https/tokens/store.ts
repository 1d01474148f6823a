import type { Counters } from '../../../limits/counters'

export interface Token {
  readonly value: string
  /** ms since 1970 */
  readonly expiresAt: number
}

/** Where the token of an app id is kept: one for all processes that share the store. */
export interface TokenStore {
  read(): Promise<Token | undefined>
  write(token: Token): Promise<void>
  /**
   * Lets one process at a time renew the token.
   *
   * @param forMs - after which the lock is anybody's, should its holder have died
   * @returns what frees the lock, or `undefined` while another holds it
   */
  lock(forMs: number): Promise<(() => Promise<void>) | undefined>
  /** Counts forced refreshes, of which WeChat allows few. */
  readonly counters: Counters
}
