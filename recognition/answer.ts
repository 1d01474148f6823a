import { RecognitionError } from '../miniprogram/vehicle-license/errors'
import type { Recognition, RecognizeReply } from '../miniprogram/vehicle-license/recognition'
import { describeCause } from './describe-cause'

/** What a log may know of a request: no value, no picture, no token, nobody's id. */
export interface Outcome {
  readonly ok: boolean
  readonly ms: number
  readonly code?: RecognitionError['code']
  readonly wechatCode?: number
  readonly cause?: string
}

/** By name: an abort comes as a `DOMException`, and not from every library as that. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  (error.name === 'AbortError' || error.name === 'TimeoutError')

function toRecognitionError(error: unknown): RecognitionError {
  if (error instanceof RecognitionError) return error
  return new RecognitionError(isTimeout(error) ? 'TIMEOUT' : 'ENGINE_UNAVAILABLE', { cause: error })
}

/**
 * Turns what a recognition comes to, well or badly, into the reply of the contract, and logs the outcome.
 * Never rejects. An abort is told as `TIMEOUT`, what nobody foresaw as `ENGINE_UNAVAILABLE`.
 */
export async function answer(
  run: () => Promise<Recognition>,
  log: (outcome: Outcome) => void,
): Promise<RecognizeReply> {
  const startedAt = performance.now()
  const elapsed = (): number => Math.round(performance.now() - startedAt)
  try {
    const recognition = await run()
    log({ ok: true, ms: elapsed() })
    return { ok: true, recognition }
  } catch (thrown) {
    const { code, message, retryable, details } = toRecognitionError(thrown)
    const wechatCode = details.wechatCode === undefined ? {} : { wechatCode: details.wechatCode }
    const cause = details.cause === undefined ? {} : { cause: describeCause(details.cause) }
    log({ ok: false, ms: elapsed(), code, ...wechatCode, ...cause })
    return { ok: false, error: { code, message, retryable, ...wechatCode } }
  }
}
