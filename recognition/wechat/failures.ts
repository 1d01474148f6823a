import { type ErrorCode, RecognitionError } from '../../miniprogram/vehicle-license/errors'

/** What may be tried once before a failure is told: a fresh access token, or bytes instead of a URL and back. */
export type Treatment = 'fresh-token' | 'other-way'

interface Row {
  readonly code: ErrorCode
  readonly treatment?: Treatment
}

/** WeChat's error codes, from its pages and the SDK's own list. What is not here is `ENGINE_UNAVAILABLE`. */
const FAILURES: Readonly<Record<number, Row>> = {
  [-1]: { code: 'ENGINE_BUSY' },
  // Access token refused; told only if a fresh one is refused too, or by the token's own API for a wrong secret.
  40001: { code: 'NOT_AUTHORIZED', treatment: 'fresh-token' },
  40014: { code: 'NOT_AUTHORIZED', treatment: 'fresh-token' },
  42001: { code: 'NOT_AUTHORIZED', treatment: 'fresh-token' },
  40013: { code: 'NOT_AUTHORIZED' }, // app id
  40125: { code: 'NOT_AUTHORIZED' }, // app secret
  40164: { code: 'NOT_AUTHORIZED' }, // this server's address is not on the list
  48001: { code: 'NOT_AUTHORIZED' },
  [-604101]: { code: 'NOT_AUTHORIZED' }, // config.json of the function
  41005: { code: 'ENGINE_UNAVAILABLE' }, // no picture arrived
  43002: { code: 'ENGINE_UNAVAILABLE' }, // POST is required
  45001: { code: 'IMAGE_TOO_LARGE' },
  45009: { code: 'QUOTA_EXHAUSTED' },
  45011: { code: 'RATE_LIMITED' },
  101000: { code: 'ENGINE_UNAVAILABLE', treatment: 'other-way' }, // the URL could not be fetched
  101001: { code: 'NOT_A_LICENSE' },
  101002: { code: 'IMAGE_UNREADABLE', treatment: 'other-way' },
  101003: { code: 'QUOTA_EXHAUSTED' },
  // The cloud's gateway
  [-501002]: { code: 'TIMEOUT' },
  [-501003]: { code: 'ENGINE_BUSY' },
  [-501004]: { code: 'ENGINE_BUSY' },
}

const UNKNOWN: Row = { code: 'ENGINE_UNAVAILABLE' }

/** 101002 had this meaning in older documents: only the message tells. */
const OUT_OF_QUOTA: Row = { code: 'QUOTA_EXHAUSTED' }
const SPEAKS_OF_QUOTA = /quota|limit|market|balance|次数|额度|余额/i

function findRow(errcode: number, errmsg: string): Row {
  if (errcode === 101002 && SPEAKS_OF_QUOTA.test(errmsg)) return OUT_OF_QUOTA
  return FAILURES[errcode] ?? UNKNOWN
}

export interface WechatFailure {
  readonly error: RecognitionError
  readonly treatment?: Treatment
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

/**
 * Reads the failure that a reply of WeChat's or an error of its SDK carries, in either spelling and with the
 * code as number or text. `undefined` where there is none: code 0, or no code at all.
 */
export function readFailure(reply: unknown): WechatFailure | undefined {
  if (typeof reply !== 'object' || reply === null) return undefined
  const { errcode, errCode, errmsg, errMsg } = reply as Record<string, unknown>
  const text = asText(errcode ?? errCode)
  if (text === '' || Number(text) === 0) return undefined

  const wechatCode = Number(text)
  if (!Number.isInteger(wechatCode)) return { error: new RecognitionError(UNKNOWN.code) }
  const { code, treatment } = findRow(wechatCode, asText(errmsg ?? errMsg))
  return { error: new RecognitionError(code, { wechatCode }), ...(treatment && { treatment }) }
}
