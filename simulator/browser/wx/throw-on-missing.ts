import { unavailable } from '../runtime/errors'

/** What JavaScript itself asks any object for. */
const LANGUAGE = new Set(['then', 'toJSON', 'constructor', 'valueOf', 'toString', 'inspect', 'nodeType', '$$typeof'])

/** `target`, of which calling what is not there fails loudly and by name instead of with "is not a function". */
export function throwOnMissing<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key): unknown {
      if (typeof key === 'symbol' || key in object || LANGUAGE.has(key)) return Reflect.get(object, key)
      return () => unavailable(`${name}.${key}`)
    },
  })
}
