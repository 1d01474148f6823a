import { reportError } from './errors'

/** Calls a hook of the app or a page if it has one, and reports what it throws. */
export function callHook(target: object, hook: string, args: unknown[], onThrow = reportError): void {
  const method: unknown = Reflect.get(target, hook)
  if (typeof method !== 'function') return
  try {
    method.apply(target, args)
  } catch (error) {
    onThrow(error)
  }
}
