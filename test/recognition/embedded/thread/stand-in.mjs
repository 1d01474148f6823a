// Answers the engine's protocol without reading anything. The first byte of a picture says what to do.
import { parentPort, threadId } from 'node:worker_threads'

const recognition = { license: { owner: String(threadId) }, cards: {} }

const deeds = {
  1: () => parentPort.postMessage({ ok: true, recognition }),
  2: () => process.exit(3),
  3: () => {
    throw new Error('crash')
  },
  4: () => parentPort.postMessage({ ok: false, code: 'NOT_A_LICENSE' }),
  5: () => setTimeout(() => parentPort.postMessage({ ok: true, recognition }), 50),
}

parentPort.on('message', ({ bytes }) => {
  if (bytes) deeds[bytes[0]]?.()
  else parentPort.postMessage({ ok: true })
})
