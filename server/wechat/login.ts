import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { withDeadline } from '../../recognition/deadline'
import { postForJson } from '../../recognition/engines/https/request'
import { LOGIN_PATH } from '../../recognition/wechat/api'
import { readFailure, WechatFailure } from '../../recognition/wechat/failures'
import type { WechatAccount } from '../config'

const TIMEOUT_MS = 5_000
/** The code of `wx.login` is unknown or expired, or was used before. */
const REFUSED_CODES: readonly (number | undefined)[] = [40029, 40163]

function toRecognitionError(failure: WechatFailure): RecognitionError {
  const { wechatCode } = failure.error.details
  return wechatCode !== undefined && REFUSED_CODES.includes(wechatCode)
    ? new RecognitionError('SESSION_EXPIRED', { wechatCode })
    : failure.error
}

/**
 * Exchanges a code of `wx.login` for the openid.
 *
 * @returns the openid, which must not leave this process or be logged
 * @throws RecognitionError `SESSION_EXPIRED` for an invalid code; other failures; the signal's reason
 */
export async function exchangeCode(account: WechatAccount, code: string, signal: AbortSignal): Promise<string> {
  const { appid, secret, baseUrl } = account
  const url = new URL(LOGIN_PATH, baseUrl)
  url.search = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code' }).toString()
  try {
    const reply = await withDeadline(TIMEOUT_MS, (deadline) =>
      postForJson(url, undefined, AbortSignal.any([signal, deadline])),
    )
    const { openid } = (reply ?? {}) as { openid?: unknown }
    if (typeof openid === 'string' && openid !== '') return openid
    throw readFailure(reply) ?? new RecognitionError('ENGINE_UNAVAILABLE')
  } catch (error) {
    throw error instanceof WechatFailure ? toRecognitionError(error) : error
  }
}
