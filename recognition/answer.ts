import { RecognitionError } from '../miniprogram/vehicle-license/errors'
import type { FailedReply, Reading, RecognizeReply } from '../miniprogram/vehicle-license/recognition'
import { describeCause } from './describe-cause'

/** What may be logged of a request: no values, pictures, tokens or ids. */
export interface Outcome {
  readonly ok: boolean
  readonly ms: number
  readonly engine?: Reading['engine']
  readonly quota?: Reading['quota']
  readonly code?: RecognitionError['code']
  readonly wechatCode?: number
  readonly cause?: string
}

/** By name, because not every library throws a `DOMException`. */
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'name' in error &&
  (error.name === 'AbortError' || error.name === 'TimeoutError')

/** An abort becomes `TIMEOUT`, an unexpected error `ENGINE_UNAVAILABLE`. */
export function toRecognitionError(error: unknown): RecognitionError {
  if (error instanceof RecognitionError) return error
  return new RecognitionError(isTimeout(error) ? 'TIMEOUT' : 'ENGINE_UNAVAILABLE', { cause: error })
}

export function errorReply(error: RecognitionError): FailedReply {
  const { code, message, retryable, details } = error
  const wechatCode = details.wechatCode === undefined ? {} : { wechatCode: details.wechatCode }
  return { ok: false, error: { code, message, retryable, ...wechatCode } }
}

/** Runs a recognition, logs its outcome and returns the reply. Never rejects. */
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
