/** `detail` is always printed, `output` only on failure. */
export interface CheckResult {
  readonly ok: boolean
  readonly detail?: string
  readonly output?: string
}

export interface Check {
  readonly name: string
  readonly run: () => Promise<CheckResult>
}
