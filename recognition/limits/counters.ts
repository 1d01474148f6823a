/** Counts that all processes of one account share. Keys hold no personal data but a person's keyed hash. */
export interface Counters {
  /**
   * Adds one, unless the count is at its limit: atomically, however many ask at once.
   *
   * @param ttlMs - the count is forgotten this long after its first `take`, or somewhat later
   * @returns the count with this one, or `undefined` where the limit is reached
   */
  take(key: string, limit: number, ttlMs: number): Promise<number | undefined>
  /** Takes one off again. */
  giveBack(key: string): Promise<void>
  /** Lifts the count to `count` where it is lower. */
  raise(key: string, count: number, ttlMs: number): Promise<void>
}
