/** What became of an attempt to be the one who answers. */
export type Claim =
  /** Nobody answers this yet: the caller does, until its claim runs out. */
  | { readonly state: 'claimed' }
  /** Somebody else is at it. */
  | { readonly state: 'pending' }
  | { readonly state: 'settled'; readonly answer: string }

/** Answers that were given lately, held in common by all processes of one account. */
export interface Answers {
  /** Atomic: of many that ask at once, one is given the claim. A claim that ran out is nobody's. */
  claim(key: string, owner: string, claimMs: number): Promise<Claim>
  /** Keeps the owner's answer for `keepMs`. Does nothing where the claim has become another's. */
  settle(key: string, owner: string, answer: string, keepMs: number): Promise<void>
  /** Gives up the owner's claim, so that the next one tries. */
  release(key: string, owner: string): Promise<void>
}
