import type { Command, Arguments } from './command'
import { withLocal } from './local'
import type { Options } from './options'
import { runCommand, type CommandContext } from './run'

export function processContext(): CommandContext {
  const { stdout, stderr } = process
  return {
    env: withLocal(process.env),
    out: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
    ...(stderr.isTTY && { columns: stderr.columns }),
  }
}

/** Runs a command with this process's arguments and sets the process's exit code. */
export async function main<O extends Options, T>(
  command: Command<O, T>,
  run: (given: Arguments<O, T>, context: CommandContext) => Promise<number>,
): Promise<void> {
  const context = processContext()
  process.exitCode = await runCommand(command, process.argv.slice(2), context, (given) => run(given, context))
}
