import { runCommand } from '../command/run'
import { DEFAULT_ENGINE, type Options, RECOGNIZE } from './options'
import type { RecognizeContext } from './context'
import { createEngine } from './create-engine'
import { type FileReply, recognizeFile } from './recognize-file'
import { recognizeByServer } from './server/run'
import { describe } from './table'

type Print = (reply: FileReply) => void

async function recognizeHere({ operands, values }: Options, { env }: RecognizeContext, print: Print): Promise<void> {
  const engine = createEngine(values.engine ?? DEFAULT_ENGINE, env)
  try {
    for (const file of operands) print(await recognizeFile(file, values.type, engine))
  } finally {
    await engine.close?.()
  }
}

async function recognize(options: Options, context: RecognizeContext): Promise<number> {
  const { out, barSharesOutput = false } = context
  const { json, server, type } = options.values
  const held: string[] = []
  let failed = 0
  const print: Print = (reply) => {
    if (!reply.ok) failed++
    const text = `${json ? JSON.stringify(reply) : describe(reply)}\n`
    if (server !== undefined && barSharesOutput) held.push(text)
    else out(text)
  }
  try {
    if (server === undefined) await recognizeHere(options, context, print)
    else await recognizeByServer(server, { files: options.operands, type }, context, print)
  } finally {
    held.forEach((text) => out(text))
  }
  return failed === 0 ? 0 : 1
}

/** Runs the command and returns its exit code. */
export const run = (args: readonly string[], context: RecognizeContext): Promise<number> =>
  runCommand(RECOGNIZE, args, context, (given) => recognize(given, context))
