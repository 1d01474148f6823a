import type { ErrorCode } from '../../miniprogram/vehicle-license/errors'

export interface WechatError {
  readonly errcode: number
  readonly errmsg: string
}

const FAILURES: Partial<Record<ErrorCode, readonly [errcode: number, errmsg: string]>> = {
  IMAGE_TOO_LARGE: [45001, 'media size out of limit'],
  IMAGE_UNREADABLE: [101002, 'not valid image data'],
  IMAGE_TOO_SMALL: [101001, 'not certificate'],
  NOT_A_LICENSE: [101001, 'not certificate'],
  NOT_AUTHORIZED: [48001, 'api unauthorized'],
  QUOTA_EXHAUSTED: [45009, 'reach max api daily quota limit'],
  RATE_LIMITED: [45011, 'api minute-quota reach limit, must slower, retry next minute'],
}

/** Translates to WeChat's codes; -1, `system error`, if WeChat has none. */
export function encodeFailure(code: ErrorCode): WechatError {
  const [errcode, errmsg] = FAILURES[code] ?? ([-1, 'system error'] as const)
  return { errcode, errmsg }
}
