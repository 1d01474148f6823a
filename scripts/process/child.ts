import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Failure } from '../command/errors'
import { ROOT } from '../paths'

/** What is told of work while it is done: what it is at, and, where somebody watches, which part of it. */
export interface Tell {
  readonly step: (text: string) => void
  readonly detail: (text: string) => void
}

interface Told {
  readonly kind: keyof Tell
  readonly text: string
}
export type Outcome<R> =
  { readonly kind: 'done'; readonly result: R } | { readonly kind: 'failed'; readonly failure: Failure }
type Message<R> = Told | Outcome<R>

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/**
 * Runs a program of the project's that reports by `reportToParent`, in an empty working directory that is removed
 * afterwards. `order` is seen by whoever lists processes: it holds no secret, and the environment is handed on without
 * `WECHAT_SECRET`. What the program prints is dropped, unless `DEBUG` is set.
 */
export async function runChild<R>(script: string, order: object, tell: Tell): Promise<Outcome<R>> {
  const directory = await mkdtemp(join(tmpdir(), 'vehicle-license-'))
  try {
    return await new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', TSX, join(ROOT, script), JSON.stringify(order)], {
        cwd: directory,
        env: { ...process.env, WECHAT_SECRET: undefined },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      })
      let printed = ''
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (chunk: string) => {
          printed += chunk
          if (process.env.DEBUG) process.stderr.write(chunk)
        })
      }
      let outcome: Outcome<R> | undefined
      child.on('message', (message: Message<R>) => {
        if (message.kind === 'done' || message.kind === 'failed') outcome = message
        else tell[message.kind](message.text)
      })
      child.on('close', () => {
        const failure = { code: 'CRASHED', message: 'The program ended before its work did.', detail: printed.trim() }
        resolve(outcome ?? { kind: 'failed', failure })
      })
    })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/**
 * In a program that `runChild` runs: does the work of the order, which is JSON, tells the parent of it, and ends, whatever
 * keeps the process alive.
 */
export async function reportToParent<R>(
  work: (order: string, tell: Tell) => Promise<R>,
  explain: (error: unknown) => Failure,
): Promise<never> {
  const send = (message: Message<R>): Promise<void> =>
    new Promise((resolve) => (process.send ? process.send(message, () => resolve()) : resolve()))
  const tellOf = (kind: keyof Tell) => (text: string) => void send({ kind, text })
  try {
    const [order = '{}'] = process.argv.slice(2)
    const result = await work(order, { step: tellOf('step'), detail: tellOf('detail') })
    await send({ kind: 'done', result })
  } catch (error) {
    await send({ kind: 'failed', failure: explain(error) })
  }
  process.exit()
}
