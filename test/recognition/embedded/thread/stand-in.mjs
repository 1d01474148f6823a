// Answers the engine's protocol without reading anything. The first byte of a picture says what to do.
import { parentPort, threadId } from 'node:worker_threads'

const answer = () => parentPort.postMessage({ ok: true, recognition: { license: { owner: `${threadId}` } } })

const deeds = {
  1: () => answer(),
  2: () => process.exit(3),
  3: () => {
    throw new Error('crash')
  },
  4: () => parentPort.postMessage({ ok: false, code: 'NOT_A_LICENSE' }),
  // As an inference does, it keeps the thread from hearing messages.
  5: ({ cancelled }) => {
    while (Atomics.load(cancelled, 0) === 0) Atomics.wait(cancelled, 0, 0, 5)
    parentPort.postMessage({ ok: false, code: 'CANCELLED' })
  },
}

parentPort.on('message', (job) => deeds[job.bytes[0]]?.(job))
parentPort.postMessage('ready')
