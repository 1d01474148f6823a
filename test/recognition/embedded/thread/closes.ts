/** Closes an engine during a picture, several times, and then goes on. */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { createEmbeddedEngine } from '../../../../recognition/engines/embedded'
import { inspect } from '../../../../recognition/inspect'

const image = inspect(readFileSync(new URL('../../../../simulator/samples/car.jpg', import.meta.url)))
for (const pauseMs of [50, 250, 450]) {
  const engine = createEmbeddedEngine({ workers: 1 })
  await engine.warm()
  const reading = engine.recognize(image, { type: 'photo', signal: new AbortController().signal })
  const outcome = reading.then(
    () => 'read',
    (error: unknown) => (error as { code: string }).code,
  )
  await wait(pauseMs)
  await engine.close()
  if (!['read', 'ENGINE_UNAVAILABLE'].includes(await outcome)) throw new Error(await outcome)
}
console.log('alive')
