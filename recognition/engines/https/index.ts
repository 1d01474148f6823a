import { readReply } from '../../../miniprogram/vehicle-license/read-reply'
import { withDeadline } from '../../deadline'
import type { Engine, LicenseImage, RecognizeOptions } from '../../engine'
import { HTTPS_HOST, HTTPS_PATH } from '../../wechat/api'
import { checkImage } from '../../wechat/check-image'
import { unlessAborted } from '../../unless-aborted'
import { readFailure } from '../../wechat/failures'
import { postForJson } from './request'
import { createTokenSource, type TokenSource } from './tokens'

const TIMEOUT_MS = 15_000

export interface HttpsEngineOptions {
  readonly appid: string
  readonly secret: string
  /** WeChat's own host unless given. */
  readonly baseUrl?: string
  /** For one recognition, token included; 15,000 unless given. */
  readonly timeoutMs?: number
  /** Tokens of this process's own unless given. */
  readonly tokens?: TokenSource
}

function form({ bytes, contentType }: LicenseImage): FormData {
  const body = new FormData()
  const picture = new Blob([new Uint8Array(bytes)], { type: contentType })
  body.append('img', picture, contentType === 'image/png' ? 'license.png' : 'license.jpg')
  return body
}

/**
 * WeChat's OCR over HTTPS, for a back end of one's own. A refused access token is replaced and the call
 * repeated once; neither the token nor the secret is in any error it throws.
 */
export function createHttpsEngine(options: HttpsEngineOptions): Engine {
  const { baseUrl = HTTPS_HOST, timeoutMs = TIMEOUT_MS } = options
  const tokens = options.tokens ?? createTokenSource({ ...options, baseUrl })

  async function call(image: LicenseImage, { type, signal }: RecognizeOptions, token: string): Promise<unknown> {
    const url = new URL(HTTPS_PATH, baseUrl)
    url.search = new URLSearchParams({ type, access_token: token }).toString()
    return postForJson(url, form(image), signal)
  }

  async function recognize(image: LicenseImage, { type, signal }: RecognizeOptions) {
    checkImage(image)
    const token = await unlessAborted(tokens.get(), signal)
    let reply = await call(image, { type, signal }, token)
    if (readFailure(reply)?.treatment === 'fresh-token') {
      reply = await call(image, { type, signal }, await unlessAborted(tokens.replace(token), signal))
    }
    const failure = readFailure(reply)
    if (failure) throw failure.error
    return readReply(reply)
  }

  return {
    recognize: (image, { type, signal }) =>
      withDeadline(timeoutMs, (deadline) => recognize(image, { type, signal: AbortSignal.any([signal, deadline]) })),
  }
}
