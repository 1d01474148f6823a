/** Counts that all processes of one account share. A key identifies a person by keyed hash only. */
export interface Counters {
  /**
   * Atomically adds one unless the limit is reached.
   *
   * @param ttlMs - from the first `take`; the count may expire somewhat later
   * @returns the new count, or `undefined` if the limit is reached
   */
  take(key: string, limit: number, ttlMs: number): Promise<number | undefined>
  /** Subtracts one. */
  giveBack(key: string): Promise<void>
  /** Raises the count to `count` if it is lower. */
  raise(key: string, count: number, ttlMs: number): Promise<void>
}
