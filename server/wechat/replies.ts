import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { encodeFailure, type WechatError } from '../../recognition/wechat/encode-failure'
import { encodeReply } from '../../recognition/wechat/encode-reply'

/** WeChat's errors for invalid calls. */
export const REFUSALS = {
  invalidToken: { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' },
  invalidGrantType: { errcode: 40002, errmsg: 'invalid grant_type' },
  invalidAppid: { errcode: 40013, errmsg: 'invalid appid' },
  invalidArgs: { errcode: 40097, errmsg: 'invalid args' },
  invalidSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  tokenMissing: { errcode: 41001, errmsg: 'access_token missing' },
  mediaMissing: { errcode: 41005, errmsg: 'media data missing' },
  tokenExpired: { errcode: 42001, errmsg: 'access_token expired' },
  postRequired: { errcode: 43002, errmsg: 'require POST method' },
  notJson: { errcode: 47001, errmsg: 'data format error' },
} as const satisfies Record<string, WechatError>

/** Translates a reply to WeChat's format. */
export function encodeAnswer(answer: RecognizeReply): object {
  // All engines report the size.
  if (answer.ok) return encodeReply(answer.recognition, answer.recognition.imageSize ?? { width: 0, height: 0 })
  const { code, wechatCode } = answer.error
  const encoded = encodeFailure(code)
  // An error about this server's own account must not make the caller renew its token.
  return wechatCode === undefined || code === 'NOT_AUTHORIZED' ? encoded : { ...encoded, errcode: wechatCode }
}

/** Translates an error to WeChat's format; `invalid args` for an invalid form. */
export function encodeError(error: Error & { statusCode?: number }): WechatError {
  if (error instanceof RecognitionError) {
    return error.code === 'INVALID_REQUEST' ? REFUSALS.invalidArgs : encodeFailure(error.code)
  }
  return (error.statusCode ?? 500) < 500 ? REFUSALS.invalidArgs : encodeFailure('ENGINE_UNAVAILABLE')
}
