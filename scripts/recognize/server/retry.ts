import pRetry from 'p-retry'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'

export interface Timing {
  /** ms between polls of a batch */
  readonly pollMs: number
  /** ms before a retry */
  readonly retryMs: number
  /** ms to wait for a server that is down or full, and for a worker */
  readonly giveUpMs: number
}

export const DEFAULT_TIMING: Timing = { pollMs: 500, retryMs: 5_000, giveUpMs: 120_000 }

/** Retries after retryable errors, unless `mayRetry` forbids it. */
export const retrying = <T>(
  run: () => Promise<T>,
  { retryMs, giveUpMs }: Timing,
  mayRetry: (error: RecognitionError) => boolean = () => true,
): Promise<T> =>
  pRetry(run, {
    retries: Math.ceil(giveUpMs / retryMs),
    factor: 1,
    minTimeout: retryMs,
    shouldRetry: (error) => error instanceof RecognitionError && error.retryable && mayRetry(error),
  })
