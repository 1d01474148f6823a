import { isErrorCode, RecognitionError } from '../../vehicle-license/errors'
import { isObject, type Json, readNumber } from '../../vehicle-license/json'
import { readRecognition } from '../../vehicle-license/read-recognition'
import { type Count, isEngineName, type Quota, type Reading } from '../../vehicle-license/recognition'

const asObject = (reply: unknown): Json => (isObject(reply) ? reply : {})

/** A malformed reply counts as `ENGINE_UNAVAILABLE`. */
export function errorOf(reply: unknown): RecognitionError {
  const { code, wechatCode } = asObject(asObject(reply).error)
  return new RecognitionError(
    isErrorCode(code) ? code : 'ENGINE_UNAVAILABLE',
    Number.isInteger(wechatCode) ? { wechatCode: wechatCode as number } : {},
  )
}

function readCount(value: unknown): Count | undefined {
  const { used, limit } = asObject(value)
  const count = { used: readNumber(used), limit: readNumber(limit) }
  return count.used === undefined || count.limit === undefined ? undefined : { used: count.used, limit: count.limit }
}

function readQuota(value: unknown): Quota | undefined {
  const count = readCount(value)
  const person = readCount(asObject(value).person)
  return count && { ...count, ...(person && { person }) }
}

/** @throws RecognitionError in the reply */
export function readReply(reply: unknown): Reading {
  const { ok, ...rest } = asObject(reply)
  const recognition = ok === true ? readRecognition(rest.recognition) : undefined
  if (!recognition) throw errorOf(reply)
  const { engine } = rest
  const quota = readQuota(rest.quota)
  return { recognition, ...(isEngineName(engine) && { engine }), ...(quota && { quota }) }
}

/**
 * The person's folder in cloud storage.
 *
 * @throws RecognitionError in the reply
 */
export function readFolder(reply: unknown): string {
  const { ok, folder } = asObject(reply)
  if (ok !== true || typeof folder !== 'string') throw errorOf(reply)
  return folder
}
