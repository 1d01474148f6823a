import { HELP, type Options, readOptions, UsageError } from './options'
import { type FileReply, recognizeFile } from './recognize-file'
import { recognizeByServer } from './server/run'
import type { Surroundings } from './surroundings'
import { describe } from './table'
import { createTool } from './tools'

type Print = (reply: FileReply) => void

async function recognizeHere({ files, type, engine }: Options, { env }: Surroundings, print: Print): Promise<void> {
  const tool = createTool(engine, env)
  try {
    for (const file of files) print(await recognizeFile(file, type, tool))
  } finally {
    await tool.close()
  }
}

async function recognize(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { out, barIsInTheWay = false } = surroundings
  const options = readOptions(args)
  const { json, server, help } = options
  if (help) {
    out(HELP)
    return 0
  }
  const held: string[] = []
  let failed = 0
  const print: Print = (reply) => {
    if (!reply.ok) failed++
    const text = `${json ? JSON.stringify(reply) : describe(reply)}\n`
    if (server !== undefined && barIsInTheWay) held.push(text)
    else out(text)
  }
  try {
    if (server === undefined) await recognizeHere(options, surroundings, print)
    else await recognizeByServer(server, options, surroundings, print)
  } finally {
    held.forEach((text) => out(text))
  }
  return failed === 0 ? 0 : 1
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
