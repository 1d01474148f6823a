// Fakes the engine's thread. The first byte of a picture selects a deed.
import { parentPort, threadId } from 'node:worker_threads'

const answer = () => parentPort.postMessage({ ok: true, recognition: { license: { owner: `${threadId}` } } })

const deeds = {
  1: () => answer(),
  2: () => process.exit(3),
  3: () => {
    throw new Error('crash')
  },
  4: () => parentPort.postMessage({ ok: false, code: 'NOT_A_LICENSE' }),
  // Blocks the thread as an inference does, so that it receives no messages.
  5: ({ cancelled }) => {
    while (Atomics.load(cancelled, 0) === 0) Atomics.wait(cancelled, 0, 0, 5)
    parentPort.postMessage({ ok: false, code: 'CANCELLED' })
  },
}

parentPort.on('message', (job) => deeds[job.bytes[0]]?.(job))
parentPort.postMessage('ready')
