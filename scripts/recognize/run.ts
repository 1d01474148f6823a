import { HELP, readOptions, UsageError } from './options'
import { recognizeFile } from './recognize-file'
import { describe } from './table'
import { createTool } from './tools'

/** Where a command runs. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly out: (text: string) => void
  readonly error: (text: string) => void
}

async function recognize(args: readonly string[], { env, out }: Surroundings): Promise<number> {
  const { files, json, type, engine, help } = readOptions(args)
  if (help) {
    out(HELP)
    return 0
  }
  const tool = createTool(engine, env)
  try {
    let failed = 0
    for (const file of files) {
      const reply = await recognizeFile(file, type, tool)
      if (!reply.ok) failed++
      out(`${json ? JSON.stringify(reply) : describe(reply)}\n`)
    }
    return failed === 0 ? 0 : 1
  } finally {
    await tool.close()
  }
}

/** Runs the command and returns its exit code. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    return await recognize(args, surroundings)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    surroundings.error(`${error.message}\n\n${HELP}`)
    return 2
  }
}
