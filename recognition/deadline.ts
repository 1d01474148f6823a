import { RecognitionError } from '../miniprogram/vehicle-license/errors'

/**
 * Runs `run` with a signal that aborts after `ms`. If `run` ignores the signal, its late result or error is dropped.
 *
 * @param parent - also aborts it, with its own reason
 * @throws RecognitionError `TIMEOUT` after `ms`; the parent's reason; what `run` rejects with
 */
export async function withDeadline<T>(
  ms: number,
  run: (signal: AbortSignal) => Promise<T>,
  parent?: AbortSignal,
): Promise<T> {
  parent?.throwIfAborted()
  // Cheaper than `AbortSignal.any`, and this runs several times per request.
  const controller = new AbortController()
  let tidy = (): void => undefined
  const ended = new Promise<never>((_, reject) => {
    const end = (reason: Error): void => {
      reject(reason)
      controller.abort(reason)
    }
    const endWithParent = (): void => end(parent?.reason as Error)
    const timer = setTimeout(() => end(new RecognitionError('TIMEOUT')), ms)
    parent?.addEventListener('abort', endWithParent)
    tidy = () => {
      clearTimeout(timer)
      parent?.removeEventListener('abort', endWithParent)
    }
  })
  try {
    return await Promise.race([run(controller.signal), ended])
  } finally {
    tidy()
  }
}
