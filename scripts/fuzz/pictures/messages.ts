/** Sent to the reading process. */
export interface Job {
  /** Path of the picture. */
  readonly path: string
  readonly isForced: boolean
}

/** Its reply for each picture. */
export interface ReadResult {
  readonly outcome: string
  readonly ms: number
  /** CPU time of all threads. */
  readonly cpuMs: number
  /** Of the process so far. */
  readonly peakMb: number
  /** What is wrong with the outcome. */
  readonly problem?: string
}

/** Its first message, when the models are loaded. */
export const READY = 'ready'
