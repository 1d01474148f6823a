import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { ROOT } from '../../../scripts/paths'

const ADDRESS = /http:\/\/[\d.]+:\d+/

export interface StartedProcess {
  readonly url: string
  /** Resident memory in MB; NaN except on Linux. */
  memoryMb(): Promise<number>
  stop(): Promise<void>
}

async function findAddress(child: ChildProcess): Promise<string> {
  const lines: string[] = []
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      const [url] = ADDRESS.exec(line) ?? []
      if (url !== undefined) return url
      lines.push(line)
    }
  }
  throw new Error(`did not start:\n${lines.join('\n')}`)
}

async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024
}

/** Starts a TypeScript program that prints the URL it listens on. */
export async function startProcess(
  script: string,
  env: Readonly<Record<string, string>> = {},
): Promise<StartedProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', `${ROOT}/${script}`], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: ROOT,
  })
  const url = await findAddress(child)
  child.stdout.resume()
  return {
    url,
    memoryMb: () => residentMb(child.pid),
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
