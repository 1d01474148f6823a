import { unavailable } from '../runtime/errors'

/** Properties that JavaScript itself and consoles read. */
const LANGUAGE = new Set(['then', 'toJSON', 'constructor', 'valueOf', 'toString', 'inspect', 'nodeType', '$$typeof'])

/** Wraps `target` so that calling a missing method fails with its name. */
export function throwOnMissing<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key): unknown {
      if (typeof key === 'symbol' || key in object || LANGUAGE.has(key)) return Reflect.get(object, key)
      return () => unavailable(`${name}.${key}`)
    },
  })
}
