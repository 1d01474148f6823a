/** The command was given wrongly. Its message says how. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What could not be done, for a person and for a machine. */
export interface Failure {
  /** A word in capitals, for machines: `IP_NOT_LISTED`. */
  readonly code: string
  /** What to do about it. */
  readonly message: string
  /** What somebody else's program said. */
  readonly detail?: string | undefined
}

/** A failure that ends a command. */
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
