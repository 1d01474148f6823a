import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../../paths'
import { type Job, type ReadResult, READY } from './messages'

const PROGRAM = fileURLToPath(new URL('./program.ts', import.meta.url))
const TSX = createRequire(import.meta.url).resolve('tsx')

/** Reads pictures in a child process, to isolate memory and crashes. */
export interface Reader {
  /** Never rejects: a crash or a timeout is a problem of the picture. */
  read(job: Job): Promise<ReadResult>
  /** Ends the process; the next picture starts a new one. */
  close(): void
}

async function start(): Promise<ChildProcess> {
  const child = fork(PROGRAM, { cwd: ROOT, execArgv: ['--import', TSX], serialization: 'advanced' })
  await new Promise<void>((resolve, reject) => {
    child.once('message', (message) => {
      if (message === READY) resolve()
    })
    child.once('exit', (code) => reject(new Error(`The engine process did not start: exit code ${code}`)))
  })
  return child
}

function readBy(child: ChildProcess, job: Job, maxMs: number): Promise<ReadResult> {
  return new Promise((resolve) => {
    const begin = performance.now()
    const settle = (read: ReadResult): void => {
      clearTimeout(timer)
      child.removeAllListeners()
      resolve(read)
    }
    const fail = (outcome: string, problem: string): void =>
      settle({ outcome, problem, ms: performance.now() - begin, cpuMs: 0, peakMb: 0 })
    const timer = setTimeout(() => fail('no answer', `no answer within ${maxMs} ms`), maxMs)
    child.once('message', (read) => settle(read as ReadResult))
    child.once('exit', (code, signal) => fail('end of the process', `the process ended with ${signal ?? code}`))
    child.send(job)
  })
}

/** @param maxMs - timeout per picture */
export function createReader(maxMs: number): Reader {
  let current: ChildProcess | undefined

  function close(): void {
    current?.removeAllListeners()
    current?.kill('SIGKILL')
    current = undefined
  }

  return {
    async read(job) {
      current ??= await start()
      const read = await readBy(current, job, maxMs)
      if (read.peakMb === 0) close()
      return read
    },
    close,
  }
}
