import { type ErrorCode, RecognitionError } from '../miniprogram/vehicle-license/errors'
import type { Quota, Reading } from '../miniprogram/vehicle-license/recognition'
import { toRecognitionError } from './answer'

/** Not about the picture: another engine may read it. */
const OF_THE_ENGINE: readonly ErrorCode[] = [
  'QUOTA_EXHAUSTED',
  'RATE_LIMITED',
  'NOT_AUTHORIZED',
  'ENGINE_BUSY',
  'ENGINE_UNAVAILABLE',
  'TIMEOUT',
]

/** Of the whole time, what is kept for an engine that may have to take over. */
const RESERVED_SHARE = 0.5

/** ms for the first engine, where `next` may have to take over */
export const wechatBudget = (budgetMs: number, next: unknown): number =>
  next === undefined ? budgetMs : budgetMs * (1 - RESERVED_SHARE)

type Read = () => Promise<Reading>

/**
 * Reads with WeChat's engine where there is one, and with the embedded one where WeChat's cannot.
 *
 * @param exhausted - the quota to tell where none is left
 * @throws RecognitionError `IMAGE_UNREADABLE` where no engine takes the picture; what the engine asked last throws
 */
export async function fallOver(
  first: Read | undefined,
  next: Read | undefined,
  exhausted: Quota,
  signal: AbortSignal,
): Promise<Reading> {
  if (first === undefined) {
    if (next === undefined) throw new RecognitionError('IMAGE_UNREADABLE')
    return next()
  }
  try {
    return await first()
  } catch (thrown) {
    const error = toRecognitionError(thrown)
    if (next === undefined || signal.aborted || !OF_THE_ENGINE.includes(error.code)) throw error
    const reading = await next()
    return error.code === 'QUOTA_EXHAUSTED' ? { ...reading, quota: exhausted } : reading
  }
}
