/** The embedded engine with one worker in a process of its own, over pictures that its parent sends one by one. */
import { inspect } from '../../../recognition/inspect'
import { createEmbeddedEngine } from '../../../recognition/engines/embedded'
import { memory } from './memory'

const engine = createEmbeddedEngine({ workers: 1 })

async function answer(base64: string): Promise<void> {
  const image = inspect(Buffer.from(base64, 'base64'), { maxBytes: Infinity })
  // What is read does not matter here.
  await engine.recognize(image, { type: 'photo', signal: new AbortController().signal }).catch(() => undefined)
  process.send?.(memory())
}

process.on('message', (base64: string) => void answer(base64))
process.on('disconnect', () => process.exit())
await engine.warm()
process.send?.(memory())
