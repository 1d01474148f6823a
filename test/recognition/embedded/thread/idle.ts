import { createEmbeddedEngine } from '../../../../recognition/engines/embedded'

// Ends without closing its engine.
await createEmbeddedEngine({ workers: 2 }).warm()
console.log('warm')
