import { type ErrorCode, RecognitionError } from '../miniprogram/vehicle-license/errors'
import type { EngineName, Quota, Reading } from '../miniprogram/vehicle-license/recognition'
import { toRecognitionError } from './answer'
import type { Engine } from './engine'

/** An engine in the list of those to try, in order. */
export interface ListedEngine {
  /** As replies name it. */
  readonly name?: EngineName
  readonly engine: Engine
  /** 0..1, share of the time budget kept for the engines after it; 0 by default */
  readonly reserve?: number
}

/** Failures of the engine, not of the picture: another engine may succeed. */
const ENGINE_FAILURES: readonly ErrorCode[] = [
  'QUOTA_EXHAUSTED',
  'RATE_LIMITED',
  'NOT_AUTHORIZED',
  'ENGINE_BUSY',
  'ENGINE_UNAVAILABLE',
  'TIMEOUT',
]

/**
 * Reads with the first engine, and falls back to the next one when an engine fails.
 *
 * @param exhausted - the quota to report when another engine read because none was left
 * @throws RecognitionError of the last engine tried; `IMAGE_UNREADABLE` if there is no engine
 */
export async function readWithFallback(
  engines: readonly ListedEngine[],
  read: (engine: ListedEngine, isLast: boolean) => Promise<Reading>,
  exhausted: Quota,
  signal: AbortSignal,
): Promise<Reading> {
  let quota: Quota | undefined
  for (const [i, engine] of engines.entries()) {
    const isLast = i === engines.length - 1
    try {
      const reading = await read(engine, isLast)
      return quota ? { quota, ...reading } : reading
    } catch (thrown) {
      const error = toRecognitionError(thrown)
      if (isLast || signal.aborted || !ENGINE_FAILURES.includes(error.code)) throw error
      if (error.code === 'QUOTA_EXHAUSTED') quota = exhausted
    }
  }
  throw new RecognitionError('IMAGE_UNREADABLE')
}
