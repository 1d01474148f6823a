import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { EngineName } from '../engines/index'
import type { Job, Reply } from './messages'

const PROGRAM = fileURLToPath(new URL('engine.ts', import.meta.url))
/** Max warnings to keep. */
const MAX_WARNINGS = 5

/** An engine in a process that restarts after a crash. */
export interface EngineProcess {
  /** Reads one picture; a crash counts as a failed picture. */
  read(path: string): Promise<Reply>
  /** Number of crashes, and the first lines of stderr. */
  readonly complaints: { readonly crashes: number; readonly warnings: readonly string[] }
  stop(): Promise<void>
}

const CRASHED: Omit<Reply, 'outcome'> = { ms: NaN, memory: { residentMb: NaN, peakMb: NaN } }

export function startEngine(name: EngineName): EngineProcess {
  const warnings = new Set<string>()
  let crashes = 0
  let current: ChildProcess | undefined

  function start(): ChildProcess {
    const child = fork(PROGRAM, [name], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (line.trim() !== '' && warnings.size < MAX_WARNINGS) warnings.add(line)
      })
    }
    return child
  }

  return {
    async read(path) {
      const child = (current ??= start())
      const job: Job = { path }
      const stopped = new AbortController()
      const { signal } = stopped
      try {
        child.send(job)
        return await Promise.race([
          once(child, 'message', { signal }).then(([reply]) => reply as Reply),
          once(child, 'exit', { signal }).then(([code, killedBy]): Reply => {
            crashes += 1
            current = undefined
            return { ...CRASHED, outcome: { kind: 'failed', message: `ended with ${String(killedBy ?? code)}` } }
          }),
        ])
      } finally {
        stopped.abort()
      }
    },
    get complaints() {
      return { crashes, warnings: [...warnings] }
    },
    async stop() {
      const child = current
      current = undefined
      if (child?.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}
