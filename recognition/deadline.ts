import { RecognitionError } from '../miniprogram/vehicle-license/errors'

/**
 * Gives `run` a signal and at most `ms` milliseconds. What does not listen to the signal is left behind:
 * its later result or failure is ignored.
 *
 * @param parent - ends it as well, with its own reason
 * @throws RecognitionError `TIMEOUT` when the time is up; the parent's reason; whatever `run` rejects with before
 */
export async function withDeadline<T>(
  ms: number,
  run: (signal: AbortSignal) => Promise<T>,
  parent?: AbortSignal,
): Promise<T> {
  parent?.throwIfAborted()
  // One controller, and not `AbortSignal.any`: this is done several times for every request.
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
