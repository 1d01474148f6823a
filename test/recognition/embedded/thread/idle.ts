import { createEmbeddedEngine } from '../../../../recognition/engines/embedded'

// A program that ends by itself though it never closes its engine.
await createEmbeddedEngine({ workers: 2 }).warm()
console.log('warm')
