import { RecognitionError } from '../miniprogram/vehicle-license/errors'

/**
 * Gives `run` a signal and at most `ms` milliseconds. What does not listen to the signal is left behind:
 * its later result or failure is ignored.
 *
 * @throws RecognitionError `TIMEOUT` when the time is up; whatever `run` rejects with before.
 */
export async function withDeadline<T>(ms: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const expiry = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new RecognitionError('TIMEOUT')
      reject(error)
      controller.abort(error)
    }, ms)
  })
  try {
    return await Promise.race([run(controller.signal), expiry])
  } finally {
    clearTimeout(timer)
  }
}
