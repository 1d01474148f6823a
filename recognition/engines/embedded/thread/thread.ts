import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ErrorCode } from '../../../../miniprogram/vehicle-license/errors'
import { type Job, type Outcome, READY, type Setup } from './messages'

/** ms that a thread has to leave off by itself; an inference takes less. */
const GRACE_MS = 5_000

/** A thread from its start to its end; it keeps the process alive only while it is waited for. */
export interface Thread {
  /** Whether its models were loaded before it ended. */
  readonly ready: Promise<boolean>
  /** What it crashed of. */
  cause(): unknown
  /** One at a time; `IMAGE_UNREADABLE` when the thread crashes before it answers. */
  run(job: Job): Promise<Outcome>
  /** Ends it; what it was at is answered with this code. */
  end(code: ErrorCode): Promise<void>
}

/** @param onEnd called once, when the thread is no more, whatever the reason */
export function startThread(entry: URL, setup: Setup, onEnd: () => void): Thread {
  // No flags of the parent's: some, such as `--input-type`, keep a thread from starting.
  const worker = new Worker(fileURLToPath(entry), { workerData: setup, execArgv: [] })
  let settle: ((outcome: Outcome) => void) | undefined
  let leaveOff: (() => void) | undefined
  let left = Promise.resolve()
  let cancelled: Int32Array | undefined
  let ending = false
  let cause: unknown
  const fail = (code: ErrorCode): void => settle?.({ ok: false, code, cause })

  const ready = new Promise<boolean>((resolve) => {
    worker.on('message', (message: Outcome | typeof READY) => {
      if (message !== READY) {
        leaveOff?.()
        return settle?.(message)
      }
      if (!settle) worker.unref()
      resolve(true)
    })
    worker.on('error', (error) => (cause = error))
    worker.on('exit', () => {
      onEnd()
      leaveOff?.()
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
      left = new Promise((resolve) => (leaveOff = resolve))
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
      // Whoever waits for its end is kept alive for it.
      ending = true
      worker.ref()
      // Ended in the middle of an inference, a thread takes the whole process with it.
      if (cancelled) Atomics.store(cancelled, 0, 1)
      await Promise.race([left, wait(GRACE_MS, undefined, { ref: false })])
      await worker.terminate()
    },
  }
}
