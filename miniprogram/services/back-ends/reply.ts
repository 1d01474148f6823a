import { isErrorCode, RecognitionError } from '../../vehicle-license/errors'
import type { Reading, RecognizeReply } from '../../vehicle-license/recognition'

/** The members of both kinds of reply, none of which is sure to be there. */
type Received = Partial<Reading & { ok: boolean } & Pick<Extract<RecognizeReply, { ok: false }>, 'error'>>

const received = (reply: unknown): Received => (typeof reply === 'object' && reply !== null ? reply : {})

/** The error that a reply tells; a reply that is none of the contract's is the back end's fault. */
export function errorOf(reply: unknown): RecognitionError {
  const { code, wechatCode } = received(reply).error ?? {}
  return new RecognitionError(
    isErrorCode(code) ? code : 'ENGINE_UNAVAILABLE',
    wechatCode === undefined ? {} : { wechatCode },
  )
}

/** @throws RecognitionError that the reply tells */
export function readReply(reply: unknown): Reading {
  const { ok, recognition, engine, quota } = received(reply)
  if (!ok || !recognition) throw errorOf(reply)
  return { recognition, ...(engine && { engine }), ...(quota && { quota }) }
}
