/** To the process that reads. */
export interface Job {
  /** Path of the picture. */
  readonly path: string
  readonly isForced: boolean
}

/** From it, for each picture. */
export interface ReadResult {
  readonly outcome: string
  readonly ms: number
  /** ms that the process, all its threads together, was at work meanwhile */
  readonly cpuMs: number
  /** of the process so far */
  readonly peakMb: number
  /** What was wrong with the outcome itself. */
  readonly problem?: string
}

/** From it, once: its models are loaded. */
export const READY = 'ready'
