import { type ErrorCode, RecognitionError } from '../../miniprogram/vehicle-license/errors'

/** What to try before giving up: the same call later, one fresh access token, or one switch between bytes and URL. */
export type Treatment = 'retry' | 'fresh-token' | 'other-input'

interface Row {
  readonly code: ErrorCode
  readonly treatment?: Treatment
  /** Refused before it reached the API, so not counted against the quota. */
  readonly unspent?: true
  /** No more calls before tomorrow. */
  readonly closesDay?: true
}

const REFUSED_TOKEN: Row = { code: 'NOT_AUTHORIZED', treatment: 'fresh-token', unspent: true }
const NOT_SET_UP: Row = { code: 'NOT_AUTHORIZED', unspent: true }
const DAY_IS_OVER: Row = { code: 'QUOTA_EXHAUSTED', closesDay: true }

/** WeChat's error codes, from its documentation and the SDK's list. All others are `ENGINE_UNAVAILABLE`. */
const FAILURES: Readonly<Record<number, Row>> = {
  [-1]: { code: 'ENGINE_BUSY', treatment: 'retry' },
  // Access token refused; final if a fresh one is refused too, or if the token API reports it for a wrong secret.
  40001: REFUSED_TOKEN,
  40014: REFUSED_TOKEN,
  42001: REFUSED_TOKEN,
  40013: NOT_SET_UP, // app id
  40125: NOT_SET_UP, // app secret
  40164: NOT_SET_UP, // this server's IP address is not on the allowlist
  48001: NOT_SET_UP,
  [-604101]: NOT_SET_UP, // config.json of the function
  41005: { code: 'ENGINE_UNAVAILABLE' }, // no picture arrived
  43002: { code: 'ENGINE_UNAVAILABLE' }, // POST is required
  45001: { code: 'IMAGE_TOO_LARGE' },
  45009: DAY_IS_OVER,
  45011: { code: 'RATE_LIMITED' },
  101000: { code: 'ENGINE_UNAVAILABLE', treatment: 'other-input' }, // the URL could not be fetched
  101001: { code: 'NOT_A_LICENSE' },
  101002: { code: 'IMAGE_UNREADABLE', treatment: 'other-input' },
  101003: DAY_IS_OVER,
  // WeChat's cloud gateway
  [-501001]: { code: 'ENGINE_UNAVAILABLE', treatment: 'retry' },
  [-501002]: { code: 'TIMEOUT', treatment: 'retry' },
  [-501003]: { code: 'ENGINE_BUSY', treatment: 'retry', unspent: true },
  [-501004]: { code: 'ENGINE_BUSY', treatment: 'retry', unspent: true },
}

const UNKNOWN: Row = { code: 'ENGINE_UNAVAILABLE' }

/** 101002 meant an exhausted quota in older documentation; only the message tells. */
const QUOTA_MESSAGE = /quota|limit|market|balance|次数|额度|余额/i

function findRow(errcode: number, errmsg: string): Row {
  if (errcode === 101002 && QUOTA_MESSAGE.test(errmsg)) return DAY_IS_OVER
  return FAILURES[errcode] ?? UNKNOWN
}

/** A failed call, and how to treat it. */
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
 * The failure in a reply or in an error of the SDK, in either spelling, the code as number or text. `undefined` for
 * code 0 or none.
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
