/** The result of trying to become the one who answers. */
export type Claim =
  /** The caller is to answer before its claim expires. */
  | { readonly state: 'claimed' }
  /** Another one is about to answer. */
  | { readonly state: 'pending' }
  | { readonly state: 'settled'; readonly answer: string }

/** Recent answers, shared by all processes of one account. */
export interface Answers {
  /** Atomic: of concurrent callers, one gets the claim. An expired claim is free. */
  claim(key: string, owner: string, claimMs: number): Promise<Claim>
  /** Stores the owner's answer for `keepMs`, unless another one holds the claim by now. */
  settle(key: string, owner: string, answer: string, keepMs: number): Promise<void>
  /** Frees the owner's claim. */
  release(key: string, owner: string): Promise<void>
}
