import type { Command, Given } from './command'
import { withLocal } from './local'
import type { Options } from './options'
import { runCommand, type Surroundings } from './run'

/** This process, as a command's surroundings. */
export function surroundingsHere(): Surroundings {
  const { stdout, stderr } = process
  return {
    env: withLocal(process.env),
    out: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
    ...(stderr.isTTY && { columns: stderr.columns }),
  }
}

/** Runs a command of this process's command line; its exit code becomes that of the process. */
export async function main<O extends Options, T>(
  command: Command<O, T>,
  run: (given: Given<O, T>, surroundings: Surroundings) => Promise<number>,
): Promise<void> {
  const surroundings = surroundingsHere()
  process.exitCode = await runCommand(command, process.argv.slice(2), surroundings, (given) => run(given, surroundings))
}
