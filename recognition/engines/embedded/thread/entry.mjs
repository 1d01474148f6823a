// A thread does not inherit what compiles TypeScript in its parent, be it tsx, Jest or nothing.
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
