import { RecognitionError } from '../miniprogram/vehicle-license/errors'
import type { FailedReply, Reading, RecognizeReply } from '../miniprogram/vehicle-license/recognition'
import { describeCause } from './describe-cause'

/** What a log may know of a request: no value, no picture, no token, nobody's id. */
export interface Outcome {
  readonly ok: boolean
  readonly ms: number
  readonly engine?: Reading['engine']
  readonly quota?: Reading['quota']
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

/** An abort is told as `TIMEOUT`, what nobody foresaw as `ENGINE_UNAVAILABLE`. */
export function toRecognitionError(error: unknown): RecognitionError {
  if (error instanceof RecognitionError) return error
  return new RecognitionError(isTimeout(error) ? 'TIMEOUT' : 'ENGINE_UNAVAILABLE', { cause: error })
}

/** An error as the contract tells it. */
export function errorReply(error: RecognitionError): FailedReply {
  const { code, message, retryable, details } = error
  const wechatCode = details.wechatCode === undefined ? {} : { wechatCode: details.wechatCode }
  return { ok: false, error: { code, message, retryable, ...wechatCode } }
}

/**
 * Turns what a recognition comes to, well or badly, into the reply of the contract, and logs the outcome.
 * Never rejects.
 */
export async function answer(run: () => Promise<Reading>, log: (outcome: Outcome) => void): Promise<RecognizeReply> {
  const startedAt = performance.now()
  const elapsed = (): number => Math.round(performance.now() - startedAt)
  try {
    const reading = await run()
    const { engine, quota } = reading
    log({ ok: true, ms: elapsed(), ...(engine && { engine }), ...(quota && { quota }) })
    return { ok: true, ...reading }
  } catch (thrown) {
    const error = toRecognitionError(thrown)
    const { cause } = error.details
    const reply = errorReply(error)
    const { code, wechatCode } = reply.error
    log({
      ok: false,
      ms: elapsed(),
      code,
      ...(wechatCode !== undefined && { wechatCode }),
      ...(cause !== undefined && { cause: describeCause(cause) }),
    })
    return reply
  }
}
