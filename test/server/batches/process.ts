import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from '../../../scripts/paths'
import type { Environment } from './world'

export interface StartedProcess {
  readonly pid: number
  /** The log line that said it is ready. */
  readonly readyLine: string
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Asks it to end and gives its exit code. */
  terminate(): Promise<number | null>
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (!hasEnded(child)) {
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return child.exitCode
}

/** Starts a program of `scripts/` in a process of its own, and waits for the word that it is ready. */
async function start(script: string, env: Environment, word: string): Promise<StartedProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', join('scripts', script)], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env, LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const orphan = (): void => {
    child.kill('SIGKILL')
  }
  process.on('exit', orphan)
  child.once('exit', () => process.off('exit', orphan))

  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (!line.includes(word)) continue
    child.stdout.resume()
    return {
      pid: child.pid ?? 0,
      readyLine: line,
      kill: async () => {
        await end(child, 'SIGKILL')
      },
      terminate: () => end(child, 'SIGTERM'),
    }
  }
  throw new Error(`${script} does not start:\n${lines.join('\n')}`)
}

export const startWorkerProcess = (env: Environment): Promise<StartedProcess> =>
  start('worker.ts', env, 'Worker is ready')

export async function startServerProcess(env: Environment): Promise<StartedProcess & { readonly url: string }> {
  const started = await start('serve.ts', env, 'Server listening at')
  return { ...started, url: /http:[^"]+/.exec(started.readyLine)?.[0] ?? '' }
}
