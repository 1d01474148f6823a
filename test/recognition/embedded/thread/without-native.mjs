// The engine's own thread without a native runtime.
import { register } from 'node:module'

const hooks = `export function resolve(specifier, context, next) {
  if (specifier === 'onnxruntime-node') throw new Error('no binary for this machine')
  return next(specifier, context)
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
await import('../../../../recognition/engines/embedded/thread/entry.mjs')
