import { createEmbeddedEngine } from '../../../../recognition/engines/embedded'

// A program that ends by itself though it never closes its engine.
await createEmbeddedEngine().warm()
console.log('warm')
