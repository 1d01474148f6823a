/** A wrong command line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export interface Failure {
  /** For machines: `IP_NOT_LISTED`. */
  readonly code: string
  /** For people: what to do about it. */
  readonly message: string
  /** Message of a third party. */
  readonly detail?: string | undefined
}

export class CommandError extends Error {
  override readonly name = 'CommandError'

  constructor(
    message: string,
    readonly code: string,
    readonly detail?: string,
  ) {
    super(message)
  }

  static of({ message, code, detail }: Failure): CommandError {
    return new CommandError(message, code, detail)
  }
}
