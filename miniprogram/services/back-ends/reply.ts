import { isErrorCode, RecognitionError } from '../../vehicle-license/errors'
import type { Reading, Recognition, RecognizeReply } from '../../vehicle-license/recognition'
import { knownWarnings } from '../../vehicle-license/warnings'

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

/** Without the warnings that only a newer back end knows. */
function known({ warnings, ...recognition }: Recognition): Recognition {
  return Array.isArray(warnings) ? { ...recognition, warnings: knownWarnings(warnings) } : recognition
}

/** @throws RecognitionError that the reply tells */
export function readReply(reply: unknown): Reading {
  const { ok, recognition, engine, quota } = received(reply)
  if (!ok || !recognition) throw errorOf(reply)
  return { recognition: known(recognition), ...(engine && { engine }), ...(quota && { quota }) }
}
