/** One thing that must hold. `detail` is printed in any case, `output` when it does not hold. */
export interface CheckResult {
  readonly ok: boolean
  readonly detail?: string
  readonly output?: string
}

export interface Check {
  readonly name: string
  readonly run: () => Promise<CheckResult>
}
