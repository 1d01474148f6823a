import { Compile } from 'typebox/compile'
import { type ErrorCode, isErrorCode } from '../../../miniprogram/vehicle-license/errors'
import { HTTP_STATUS } from '../../../server/http-status'
import { Failed, Recognized } from '../../../server/schemas/reply'
import { recognitionProblem } from '../recognition-problem'
import type { Exchange } from './exchange'
import type { SentRequest } from './make'
import type { Response } from './response'

type Json = Readonly<Record<string, unknown>>

const failed = Compile(Failed)
const recognized = Compile(Recognized)
/** Content types of documentation and metrics. */
const NO_JSON = /^(text\/(html|plain|css|javascript)|application\/javascript|image\/)/
/** Every other response has one of these members. */
const MARKS = ['errcode', 'access_token', 'session', 'ready', 'openapi', 'vin', 'plate_num']

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function statusOf(code: ErrorCode): readonly number[] {
  // A client that sends too slowly gets 408 before the request is complete.
  return code === 'TIMEOUT' ? [HTTP_STATUS.TIMEOUT, 408] : [HTTP_STATUS[code]]
}

function failureProblem(status: number, json: unknown): string | undefined {
  if (status === 503 && isObject(json) && json.ready === false) return undefined
  if (!failed.Check(json)) return `status ${status} with an invalid body`
  const { code } = json.error
  return isErrorCode(code) && statusOf(code).includes(status) ? undefined : `status ${status} with ${code}`
}

function successProblem({ body, type }: Response, json: unknown): string | undefined {
  if (NO_JSON.test(type)) return undefined
  if (!isObject(json)) return `status 200 with a body of type "${type}" that is not a JSON object: ${body.slice(0, 80)}`
  if ('recognition' in json)
    return recognized.Check(json) ? recognitionProblem(json.recognition) : 'invalid recognition'
  return json.ok === true || MARKS.some((mark) => mark in json) ? undefined : 'status 200 with an unknown body'
}

/** The broken limit, if any. */
export function exchangeProblem({ isWhole, bytes }: SentRequest, { response, isStuck }: Exchange): string | undefined {
  if (isStuck) return 'the connection was left open'
  if (!response) return isWhole ? 'no answer' : undefined
  const { status, body } = response
  const json = parse(body)
  if (status === 500) return `status 500: ${body.slice(0, 80)}`
  if (status >= 300 && status < 400) return undefined
  const hasNoBody = /^\s*HEAD /.test(bytes.toString('latin1', 0, 20)) || status === 204
  if (hasNoBody && body === '') return undefined
  return status < 300 ? successProblem(response, json) : failureProblem(status, json)
}

/** A log line that should not exist. */
export function logProblem(line: string): string | undefined {
  const json = parse(line)
  const isQuiet = isObject(json) && json.msg !== 'unforeseen' && Number(json.level) < 50
  return isQuiet ? undefined : `logged: ${line.trim()}`
}
