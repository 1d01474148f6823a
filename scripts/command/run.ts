import type { Command, Arguments } from './command'
import { CommandError, type Failure, UsageError } from './errors'
import { helpOf, usageOf } from './help'
import type { Options } from './options'
import { type Environment, readArguments } from './read'

/** Environment and output of a command. */
export interface CommandContext {
  readonly env: Environment
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Terminal width; absent if stderr is not a terminal. */
  readonly columns?: number
}

const EXIT = { done: 0, failed: 1, usage: 2 } as const

/** Unexpected errors show only their message, or with `DEBUG` their stack. */
function failureOf(error: unknown, { DEBUG: debug }: Environment): Failure {
  if (error instanceof CommandError) return error
  if (!(error instanceof Error)) return { code: 'FAILED', message: String(error) }
  return { code: 'FAILED', message: (debug ? error.stack : undefined) ?? error.message }
}

/**
 * Parses the command line and runs the command. Help goes to `out`, usage errors and failures to `error`.
 *
 * @returns the exit code
 */
export async function runCommand<O extends Options, T>(
  command: Command<O, T>,
  argv: readonly string[],
  { env, out, error: complain }: CommandContext,
  run: (given: Arguments<O, T>) => Promise<number>,
): Promise<number> {
  const isJson = command.answersInJson === true && argv.includes('--json')

  function fail({ code, message, detail }: Failure, status: number, text: string): number {
    complain(`${text}\n`)
    if (isJson) out(`${JSON.stringify({ ok: false, error: { code, message, detail } })}\n`)
    return status
  }
  function refuse(problems: readonly string[]): number {
    const list = problems.map((problem) => `- ${problem}\n`).join('')
    return fail({ code: 'USAGE', message: problems.join('; ') }, EXIT.usage, `${list}\n${usageOf(command)}`)
  }

  try {
    const reading = readArguments(command, argv, env)
    if (reading.kind === 'invalid') return refuse(reading.problems)
    if (reading.kind === 'parsed') return await run(reading)
    out(`${helpOf(command)}\n`)
    return EXIT.done
  } catch (error) {
    if (error instanceof UsageError) return refuse([error.message])
    const failure = failureOf(error, env)
    const { message, detail } = failure
    return fail(failure, EXIT.failed, detail ? `${message}\n\n${detail}` : message)
  }
}
