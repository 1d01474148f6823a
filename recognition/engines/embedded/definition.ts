import type { EngineDefinition } from '../definition'
import { createEmbeddedEngine, MAX_READ_MS } from '.'

export const embedded: EngineDefinition = {
  name: 'embedded',
  about: 'on this machine',
  maxReadMs: MAX_READ_MS,
  create: ({ engineWorkers: workers }) => createEmbeddedEngine(workers === undefined ? {} : { workers }),
}
