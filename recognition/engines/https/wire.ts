import { HTTPS_HOST, HTTPS_PATH } from '../../wechat/api'
import type { OpenWire } from '../../wechat/wire'
import { unlessAborted } from '../../unless-aborted'
import { multipart } from './multipart'
import { postForJson } from './request'
import { createMemoryTokenStore } from './tokens/memory-store'
import { createTokenSource } from './tokens/source'
import type { TokenStore } from './tokens/store'

export interface HttpsWireOptions {
  readonly appid: string
  readonly secret: string
  /** WeChat's host by default. */
  readonly baseUrl?: string
  /** In memory by default. */
  readonly tokenStore?: TokenStore
}

/** WeChat's OCR over HTTPS. Its errors contain neither token nor secret. */
export function createHttpsWire(options: HttpsWireOptions): OpenWire {
  const { appid, secret, baseUrl = HTTPS_HOST, tokenStore = createMemoryTokenStore() } = options
  const tokens = createTokenSource({ appid, secret, baseUrl }, tokenStore)

  return () => {
    let token = ''
    return {
      async send(input, type, signal) {
        token = await unlessAborted(tokens.get(), signal)
        const url = new URL(HTTPS_PATH, baseUrl)
        url.search = new URLSearchParams({
          type,
          access_token: token,
          ...('imgUrl' in input && { img_url: await input.imgUrl() }),
        }).toString()
        return postForJson(url, 'img' in input ? multipart(input.img) : undefined, signal)
      },
      async renewToken(signal) {
        await unlessAborted(tokens.replace(token), signal)
      },
    }
  }
}
