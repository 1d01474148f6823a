import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Failure } from '../command/errors'
import { ROOT } from '../paths'

/** Reports progress: the current step and, on a terminal, its current detail. */
export interface Reporter {
  readonly step: (text: string) => void
  readonly detail: (text: string) => void
}

interface Report {
  readonly kind: keyof Reporter
  readonly text: string
}
export type Outcome<R> =
  { readonly kind: 'done'; readonly result: R } | { readonly kind: 'failed'; readonly failure: Failure }
type Message<R> = Report | Outcome<R>

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/**
 * Runs a script that calls `reportToParent`, in a temporary working directory. `task` is visible in process lists, so it
 * must hold no secret; `WECHAT_SECRET` is not passed on. The script's output is dropped unless `DEBUG` is set.
 */
export async function runChild<R>(script: string, task: object, reporter: Reporter): Promise<Outcome<R>> {
  const directory = await mkdtemp(join(tmpdir(), 'vehicle-license-'))
  try {
    return await new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', TSX, join(ROOT, script), JSON.stringify(task)], {
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
        else reporter[message.kind](message.text)
      })
      child.on('close', () => {
        const failure = {
          code: 'CRASHED',
          message: 'The child process ended before it finished.',
          detail: printed.trim(),
        }
        resolve(outcome ?? { kind: 'failed', failure })
      })
    })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/**
 * Runs `work` in a child process started by `runChild`, reports to the parent and exits, even if something keeps the
 * process alive. The task is JSON.
 */
export async function reportToParent<R>(
  work: (task: string, reporter: Reporter) => Promise<R>,
  explain: (error: unknown) => Failure,
): Promise<never> {
  const send = (message: Message<R>): Promise<void> =>
    new Promise((resolve) => (process.send ? process.send(message, () => resolve()) : resolve()))
  const reportAs = (kind: keyof Reporter) => (text: string) => void send({ kind, text })
  try {
    const [task = '{}'] = process.argv.slice(2)
    const result = await work(task, { step: reportAs('step'), detail: reportAs('detail') })
    await send({ kind: 'done', result })
  } catch (error) {
    await send({ kind: 'failed', failure: explain(error) })
  }
  process.exit()
}
