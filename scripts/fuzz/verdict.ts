/** Result of one case. */
export interface Verdict {
  /** Absent if it concerns all cases. */
  readonly number?: number
  /** How its input was made. */
  readonly made: string
  /** For the summary: a result or an error code. */
  readonly outcome: string
  readonly ms: number
  /** Of the process so far. */
  readonly peakMb?: number
  /** The broken limit. */
  readonly problem?: string
  /** Saved if there is a problem. */
  readonly input?: () => Uint8Array
}

export interface Plan {
  readonly seed: string
  readonly numbers: readonly number[]
}

/** Runs cases and yields each result as it completes. */
export type Fuzz = (plan: Plan) => AsyncIterable<Verdict>
