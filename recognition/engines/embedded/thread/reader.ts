import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import type { Recognition } from '../../../../miniprogram/vehicle-license/recognition'
import type { Job, Outcome, Setup } from './messages'

/** A thread that reads pictures, one at a time. */
export interface Reader {
  /**
   * Reads a picture; without one, only waits until the thread is ready. Starts the thread if there is none.
   *
   * @throws RecognitionError, `ENGINE_UNAVAILABLE` when the thread ends before it answers
   */
  read(bytes?: Uint8Array): Promise<Recognition | undefined>
  /** Ends the thread; a later `read` starts another one. */
  stop(): Promise<void>
}

/** @param onCrash called when the thread ends by itself, before what it was reading is rejected */
export function createReader(entry: URL, setup: Setup, onCrash: (error: RecognitionError) => void): Reader {
  let current: Worker | undefined
  let settle: ((outcome: Outcome) => void) | undefined

  function start(): Worker {
    // No flags of the parent's: some, such as `--input-type`, keep a thread from starting.
    const worker = new Worker(fileURLToPath(entry), { workerData: setup, execArgv: [] })
    let cause: unknown
    worker.on('message', (outcome: Outcome) => settle?.(outcome))
    worker.on('error', (error) => (cause = error))
    worker.on('exit', () => {
      if (current !== worker) return
      current = undefined
      onCrash(new RecognitionError('ENGINE_UNAVAILABLE', { cause }))
      settle?.({ ok: false, code: 'ENGINE_UNAVAILABLE', cause })
    })
    return worker
  }

  return {
    async read(bytes) {
      const worker = (current ??= start())
      // The thread keeps the process alive only while someone waits for it.
      worker.ref()
      const outcome = await new Promise<Outcome>((resolve) => {
        settle = resolve
        const copy = bytes && new Uint8Array(bytes)
        const job: Job = copy ? { bytes: copy } : {}
        worker.postMessage(job, copy ? [copy.buffer] : [])
      })
      settle = undefined
      worker.unref()
      if (!outcome.ok) throw new RecognitionError(outcome.code, { cause: outcome.cause })
      return outcome.recognition
    },
    async stop() {
      const worker = current
      current = undefined
      await worker?.terminate()
      settle?.({ ok: false, code: 'ENGINE_UNAVAILABLE' })
    },
  }
}
