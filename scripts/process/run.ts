import { spawn } from 'node:child_process'
import { ROOT } from '../paths'

export interface Outcome {
  readonly status: number
  /** stdout and stderr, interleaved */
  readonly output: string
}

/** Runs a program. Never rejects: 127 means that it could not be started. */
export const run = (program: string, args: readonly string[], cwd = ROOT): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ status: 127, output: error.message }))
    child.on('close', (status) => resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString() }))
  })

/** Runs a JavaScript file with this version of Node. */
export const runNode = (args: readonly string[], cwd?: string): Promise<Outcome> => run(process.execPath, args, cwd)
