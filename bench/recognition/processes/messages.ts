import type { Read } from '../engines/engine'

/** To the process of an engine, one at a time: the path of a picture. */
export interface Job {
  readonly path: string
}

export interface Memory {
  /** Resident now, and at most since the process started. MB */
  readonly residentMb: number
  readonly peakMb: number
}

/** What came of a picture. */
export type Outcome =
  | { readonly kind: 'read'; readonly read: Read }
  /** It says that there is no license. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly message: string }

/** From the process. */
export interface Reply {
  readonly outcome: Outcome
  /** From the bytes to the fields. */
  readonly ms: number
  readonly memory: Memory
}
