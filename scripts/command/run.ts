import type { Command, Given } from './command'
import { CommandError, type Failure, UsageError } from './errors'
import { helpOf, usageOf } from './help'
import type { Options } from './options'
import { type Environment, readArguments } from './read'

/** Where a command runs. */
export interface Surroundings {
  readonly env: Environment
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Characters in a line, where somebody watches the errors on a terminal. */
  readonly columns?: number
}

/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const

/** An error as a failure; one that nobody foresaw is told by its message alone, with its stack where `DEBUG` is set. */
function failureOf(error: unknown, { DEBUG: debug }: Environment): Failure {
  if (error instanceof CommandError) return error
  if (!(error instanceof Error)) return { code: 'FAILED', message: String(error) }
  return { code: 'FAILED', message: (debug ? error.stack : undefined) ?? error.message }
}

/**
 * Reads the command line and runs the command: `--help` goes to the output, what is wrong with the command line and
 * what fails on the way to the errors. Resolves to the exit code.
 */
export async function runCommand<O extends Options, T>(
  command: Command<O, T>,
  argv: readonly string[],
  { env, out, error: complain }: Surroundings,
  run: (given: Given<O, T>) => Promise<number>,
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
    if (reading.kind === 'wrong') return refuse(reading.problems)
    if (reading.kind === 'given') return await run(reading)
    out(`${helpOf(command)}\n`)
    return EXIT.done
  } catch (error) {
    if (error instanceof UsageError) return refuse([error.message])
    const failure = failureOf(error, env)
    const { message, detail } = failure
    return fail(failure, EXIT.failed, detail ? `${message}\n\n${detail}` : message)
  }
}
