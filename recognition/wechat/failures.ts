import { type ErrorCode, RecognitionError } from '../../miniprogram/vehicle-license/errors'

/**
 * What may be tried before a failure is told: the same again after a while, once with a fresh access token, or once
 * with bytes instead of a URL and back.
 */
export type Treatment = 'retry' | 'fresh-token' | 'other-way'

interface Row {
  readonly code: ErrorCode
  readonly treatment?: Treatment
  /** Refused before it reached the API: not one of the day's calls. */
  readonly unspent?: true
  /** No call will be answered before tomorrow. */
  readonly closesDay?: true
}

const REFUSED_TOKEN: Row = { code: 'NOT_AUTHORIZED', treatment: 'fresh-token', unspent: true }
const NOT_SET_UP: Row = { code: 'NOT_AUTHORIZED', unspent: true }
const DAY_IS_OVER: Row = { code: 'QUOTA_EXHAUSTED', closesDay: true }

/** WeChat's error codes, from its pages and the SDK's own list. What is not here is `ENGINE_UNAVAILABLE`. */
const FAILURES: Readonly<Record<number, Row>> = {
  [-1]: { code: 'ENGINE_BUSY', treatment: 'retry' },
  // Access token refused; told only if a fresh one is refused too, or by the token's own API for a wrong secret.
  40001: REFUSED_TOKEN,
  40014: REFUSED_TOKEN,
  42001: REFUSED_TOKEN,
  40013: NOT_SET_UP, // app id
  40125: NOT_SET_UP, // app secret
  40164: NOT_SET_UP, // this server's address is not on the list
  48001: NOT_SET_UP,
  [-604101]: NOT_SET_UP, // config.json of the function
  41005: { code: 'ENGINE_UNAVAILABLE' }, // no picture arrived
  43002: { code: 'ENGINE_UNAVAILABLE' }, // POST is required
  45001: { code: 'IMAGE_TOO_LARGE' },
  45009: DAY_IS_OVER,
  45011: { code: 'RATE_LIMITED' },
  101000: { code: 'ENGINE_UNAVAILABLE', treatment: 'other-way' }, // the URL could not be fetched
  101001: { code: 'NOT_A_LICENSE' },
  101002: { code: 'IMAGE_UNREADABLE', treatment: 'other-way' },
  101003: DAY_IS_OVER,
  // The cloud's gateway
  [-501001]: { code: 'ENGINE_UNAVAILABLE', treatment: 'retry' },
  [-501002]: { code: 'TIMEOUT', treatment: 'retry' },
  [-501003]: { code: 'ENGINE_BUSY', treatment: 'retry', unspent: true },
  [-501004]: { code: 'ENGINE_BUSY', treatment: 'retry', unspent: true },
}

const UNKNOWN: Row = { code: 'ENGINE_UNAVAILABLE' }

/** 101002 had this meaning in older documents: only the message tells. */
const SPEAKS_OF_QUOTA = /quota|limit|market|balance|次数|额度|余额/i

function findRow(errcode: number, errmsg: string): Row {
  if (errcode === 101002 && SPEAKS_OF_QUOTA.test(errmsg)) return DAY_IS_OVER
  return FAILURES[errcode] ?? UNKNOWN
}

/** Why a call of WeChat's has no recognition, and what follows from that. */
export class WechatFailure extends Error {
  override readonly name = 'WechatFailure'

  constructor(
    readonly error: RecognitionError,
    readonly consequences: Omit<Row, 'code'> = {},
  ) {
    super(error.code)
  }
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

/**
 * Reads the failure that a reply of WeChat's or an error of its SDK carries, in either spelling and with the
 * code as number or text. `undefined` where there is none: code 0, or no code at all.
 */
export function readFailure(reply: unknown): WechatFailure | undefined {
  if (reply instanceof WechatFailure) return reply
  if (typeof reply !== 'object' || reply === null) return undefined
  const { errcode, errCode, errmsg, errMsg } = reply as Record<string, unknown>
  const text = asText(errcode ?? errCode)
  if (text === '' || Number(text) === 0) return undefined

  const wechatCode = Number(text)
  if (!Number.isInteger(wechatCode)) return new WechatFailure(new RecognitionError(UNKNOWN.code))
  const { code, ...consequences } = findRow(wechatCode, asText(errmsg ?? errMsg))
  return new WechatFailure(new RecognitionError(code, { wechatCode }), consequences)
}
