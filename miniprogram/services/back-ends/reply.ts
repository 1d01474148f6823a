import { isErrorCode, RecognitionError } from '../../vehicle-license/errors'
import type { FailedReply, Reading, Recognition } from '../../vehicle-license/recognition'
import { knownWarnings } from '../../vehicle-license/warnings'

/** The members of all kinds of reply, none of which is sure to be there. */
type Received = Partial<Reading & { ok: boolean; folder: string } & Pick<FailedReply, 'error'>>

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

/** Where the cloud function has this person upload to. @throws RecognitionError that the reply tells */
export function readFolder(reply: unknown): string {
  const { ok, folder } = received(reply)
  if (!ok || typeof folder !== 'string') throw errorOf(reply)
  return folder
}
