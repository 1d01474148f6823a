/** What became of one case. */
export interface Verdict {
  /** None for what concerns all cases together. */
  readonly number?: number
  /** How its input was made. */
  readonly made: string
  /** A word for the distribution: a result, or the code of an error. */
  readonly outcome: string
  readonly ms: number
  /** of the process so far */
  readonly peakMb?: number
  /** The bound that was broken. */
  readonly problem?: string
  /** What to keep where there is a problem. */
  readonly input?: () => Uint8Array
}

/** The cases to run. */
export interface Plan {
  readonly seed: string
  readonly numbers: readonly number[]
}

/** Runs cases, and tells of each as soon as it is over. */
export type Fuzz = (plan: Plan) => AsyncIterable<Verdict>
