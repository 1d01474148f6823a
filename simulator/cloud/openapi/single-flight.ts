import { createHash } from 'node:crypto'
import type { Recognition } from '../../../miniprogram/vehicle-license/recognition'
import type { Engine, LicenseImage } from '../../../recognition/engine'

const keyOf = ({ bytes }: LicenseImage, type: string): string => type + createHash('sha256').update(bytes).digest('hex')

/** Until the signal; what is waited for goes on. */
const until = <T>(result: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })

/**
 * Goes on reading for callers that hang up, and gives what was read to whoever sends the same picture next. Callers of
 * WeChat's OCR wait for some seconds and ask again; on a busy machine each of them would begin anew, and none see the end.
 */
export function singleFlight(engine: Engine): Engine {
  const underway = new Map<string, Promise<Recognition>>()
  return {
    async recognize(image, { type, signal, ...options }) {
      const key = keyOf(image, type)
      const result =
        underway.get(key) ?? engine.recognize(image, { ...options, type, signal: new AbortController().signal })
      underway.set(key, result)
      const taken = (): void => {
        if (!signal.aborted) underway.delete(key)
      }
      return until(result, signal).finally(taken)
    },
  }
}
