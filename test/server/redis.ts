import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const PROGRAM = 'redis-server'

export interface StartedRedis {
  readonly url: string
  /** Ends it as a power cut would: nothing is said to anybody, nothing more is written. */
  kill(): Promise<void>
  /** Starts it again at the same address, with what it had kept. */
  restart(): Promise<void>
  /** Ends it for good and removes its files. */
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function launch(args: readonly string[]): Promise<ChildProcess> {
  const child = spawn(PROGRAM, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (!line.includes('Ready to accept connections')) continue
    child.stdout.resume()
    return child
  }
  throw new Error(`${PROGRAM} does not start:\n${lines.join('\n')}`)
}

/**
 * A Redis of one's own on a free port of 127.0.0.1, with its files in a folder of its own.
 *
 * @param options.persistent - whether what was acknowledged outlives `kill` (append-only file, synced each time);
 *   otherwise nothing does
 */
export async function startRedis({ persistent = false } = {}): Promise<StartedRedis> {
  const port = await freePort()
  const folder = await mkdtemp(join(tmpdir(), 'redis-'))
  const keep = ['--appendonly', persistent ? 'yes' : 'no', '--appendfsync', 'always', '--save', '']
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, ...keep]
  let child = await launch(args)
  const orphan = (): void => {
    child.kill('SIGKILL')
  }
  process.on('exit', orphan)

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async restart() {
      await kill()
      child = await launch(args)
    },
    async stop() {
      process.off('exit', orphan)
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const isInstalled = spawnSync(PROGRAM, ['--version']).status === 0

/** `describe`, for tests that need a real Redis. Where none is installed they are skipped, and it is said so. */
export function describeWithRedis(name: string, tests: () => void): void {
  // Not by `console`: of a file whose tests are all skipped, Jest prints nothing.
  if (!isInstalled) process.stderr.write(`NOT RUN, because ${PROGRAM} is not installed: ${name}\n`)
  // The tests are to run with Node and npm alone. CI installs Redis: there, none of these is left out.
  const describeIf = isInstalled ? describe : describe.skip // reason: Redis is not installed, as was printed above
  describeIf(name, tests)
}
