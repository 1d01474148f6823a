import { isErrorCode, RecognitionError } from '../../vehicle-license/errors'
import { isObject, type Json, readNumber } from '../../vehicle-license/json'
import { readRecognition } from '../../vehicle-license/read-recognition'
import type { Count, EngineName, Quota, Reading } from '../../vehicle-license/recognition'

const received = (reply: unknown): Json => (isObject(reply) ? reply : {})

/** The error that a reply tells; a malformed reply counts as `ENGINE_UNAVAILABLE`. */
export function errorOf(reply: unknown): RecognitionError {
  const { code, wechatCode } = received(received(reply).error)
  return new RecognitionError(
    isErrorCode(code) ? code : 'ENGINE_UNAVAILABLE',
    Number.isInteger(wechatCode) ? { wechatCode: wechatCode as number } : {},
  )
}

const ENGINES: readonly EngineName[] = ['wechat', 'embedded']

function readCount(value: unknown): Count | undefined {
  const { used, limit } = received(value)
  const count = { used: readNumber(used), limit: readNumber(limit) }
  return count.used === undefined || count.limit === undefined ? undefined : { used: count.used, limit: count.limit }
}

function readQuota(value: unknown): Quota | undefined {
  const count = readCount(value)
  const person = readCount(received(value).person)
  return count && { ...count, ...(person && { person }) }
}

/** @throws RecognitionError that the reply tells */
export function readReply(reply: unknown): Reading {
  const { ok, ...rest } = received(reply)
  const recognition = ok === true ? readRecognition(rest.recognition) : undefined
  if (!recognition) throw errorOf(reply)
  const engine = ENGINES.find((name) => name === rest.engine)
  const quota = readQuota(rest.quota)
  return { recognition, ...(engine && { engine }), ...(quota && { quota }) }
}

/** Where the cloud function has this person upload to. @throws RecognitionError that the reply tells */
export function readFolder(reply: unknown): string {
  const { ok, folder } = received(reply)
  if (ok !== true || typeof folder !== 'string') throw errorOf(reply)
  return folder
}
