import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ErrorCode } from '../../../../miniprogram/vehicle-license/errors'
import { type Job, type Outcome, READY, type Setup } from './messages'

/** For a thread to stop by itself; an inference takes less. */
const GRACE_MS = 5_000

/** A worker thread; it keeps the process alive only while someone waits for it. */
export interface Thread {
  /** Whether it loaded its models before it ended. */
  readonly ready: Promise<boolean>
  /** The error that it crashed with. */
  cause(): unknown
  /** One job at a time; `IMAGE_UNREADABLE` if the thread crashes. */
  run(job: Job): Promise<Outcome>
  /** The current job fails with this code. */
  end(code: ErrorCode): Promise<void>
}

/** @param onEnd called when the thread ends for any reason */
export function startThread(entry: URL, setup: Setup, onEnd: () => void): Thread {
  // Without the parent's flags: some, such as `--input-type`, prevent a thread from starting.
  const worker = new Worker(fileURLToPath(entry), { workerData: setup, execArgv: [] })
  let settle: ((outcome: Outcome) => void) | undefined
  let markIdle: (() => void) | undefined
  let idle = Promise.resolve()
  let cancelled: Int32Array | undefined
  let ending = false
  let cause: unknown
  const fail = (code: ErrorCode): void => settle?.({ ok: false, code, cause })

  const ready = new Promise<boolean>((resolve) => {
    worker.on('message', (message: Outcome | typeof READY) => {
      if (message !== READY) {
        markIdle?.()
        return settle?.(message)
      }
      if (!settle) worker.unref()
      resolve(true)
    })
    worker.on('error', (error) => (cause = error))
    worker.on('exit', () => {
      onEnd()
      markIdle?.()
      resolve(false)
      fail('IMAGE_UNREADABLE')
    })
  })

  return {
    ready,
    cause: () => cause,
    async run(job) {
      worker.ref()
      cancelled = job.cancelled
      idle = new Promise((resolve) => (markIdle = resolve))
      try {
        return await new Promise<Outcome>((resolve) => {
          settle = resolve
          worker.postMessage(job, [job.bytes.buffer])
        })
      } finally {
        settle = undefined
        if (!ending) worker.unref()
      }
    },
    async end(code) {
      onEnd()
      fail(code)
      // The process stays alive until the thread has ended.
      ending = true
      worker.ref()
      // Terminating a thread in the middle of an inference crashes the process.
      if (cancelled) Atomics.store(cancelled, 0, 1)
      await Promise.race([idle, wait(GRACE_MS, undefined, { ref: false })])
      await worker.terminate()
    },
  }
}
