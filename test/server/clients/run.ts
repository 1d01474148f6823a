import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { CLIENTS, type Command, type Language } from './clients'
import { packageFolder, sourceFolder } from './folders'

/** Go compiles its own library too, the first time. */
export const COMPILE_TIMEOUT_MS = 300_000
const RUN_TIMEOUT_MS = 120_000

/** @throws Error with what the command wrote to standard error, where it fails or takes too long */
async function execute(language: Language, { program, args, env }: Command, timeoutMs: number): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args, {
    cwd: sourceFolder(language),
    env: { ...process.env, ...env },
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  })
  return stdout
}

/** Compiles a client's program, where its language wants that done before. */
export async function compileClient(language: Language): Promise<void> {
  const compile = CLIENTS[language].compile?.(packageFolder(language))
  if (compile) await execute(language, compile, COMPILE_TIMEOUT_MS)
}

/** Runs a client's program and gives what it printed. */
export async function runClient(language: Language, args: readonly string[]): Promise<unknown> {
  const command = CLIENTS[language].run(packageFolder(language))
  return JSON.parse(
    await execute(language, { ...command, args: [...command.args, ...args] }, RUN_TIMEOUT_MS),
  ) as unknown
}
