import type { Read } from '../engines/engine'

/** Sent to the process of an engine, one at a time. */
export interface Job {
  readonly path: string
}

export interface Memory {
  /** Resident memory in MB: now, and the peak since the start. */
  readonly residentMb: number
  readonly peakMb: number
}

/** Result for one picture. */
export type Outcome =
  | { readonly kind: 'read'; readonly read: Read }
  /** Not a license. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'failed'; readonly message: string }

/** The process's reply. */
export interface Reply {
  readonly outcome: Outcome
  /** Time from bytes to fields; NaN after a crash. */
  readonly ms: number
  readonly memory: Memory
}
