import { createHash } from 'node:crypto'
import type { Recognition } from '../../../miniprogram/vehicle-license/recognition'
import type { Engine, LicenseImage } from '../../../recognition/engine'

const keyOf = ({ bytes }: LicenseImage, type: string): string => type + createHash('sha256').update(bytes).digest('hex')

/** Rejects when the signal aborts; the work continues. */
const raceAbort = <T>(result: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })

/**
 * Shares one recognition between calls with the same picture, and keeps it running for the retry of a caller that hung
 * up. Otherwise every retry after a timeout would start over on a busy machine, and none would finish.
 */
export function singleFlight(engine: Engine): Engine {
  const running = new Map<string, Promise<Recognition>>()
  return {
    async recognize(image, { type, signal, ...options }) {
      const key = keyOf(image, type)
      const result =
        running.get(key) ?? engine.recognize(image, { ...options, type, signal: new AbortController().signal })
      running.set(key, result)
      const release = (): void => {
        if (!signal.aborted) running.delete(key)
      }
      return raceAbort(result, signal).finally(release)
    },
  }
}
