import pRetry from 'p-retry'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'

/** How long to wait for what, ms. */
export interface Pace {
  /** between looks at a batch */
  readonly lookMs: number
  /** before something is tried again */
  readonly retryMs: number
  /** for a server that cannot be reached or has no room, and for a worker where there is none */
  readonly patienceMs: number
}

export const USUAL_PACE: Pace = { lookMs: 500, retryMs: 5_000, patienceMs: 120_000 }

/** Tries until it succeeds, while what goes wrong may pass and `mayRetry` agrees. */
export const patiently = <T>(
  run: () => Promise<T>,
  { retryMs, patienceMs }: Pace,
  mayRetry: (error: RecognitionError) => boolean = () => true,
): Promise<T> =>
  pRetry(run, {
    retries: Math.ceil(patienceMs / retryMs),
    factor: 1,
    minTimeout: retryMs,
    shouldRetry: (error) => error instanceof RecognitionError && error.retryable && mayRetry(error),
  })
