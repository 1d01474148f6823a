import { EnvHttpProxyAgent, fetch } from 'undici'
import { HTTPS_HOST, TOKEN_PATH } from '../../recognition/wechat/api'

const TIMEOUT_MS = 15_000

/** An error reply or no reply. Never contains the secret or the token. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
}

/** @throws ApiError */
export type Call = (path: string, body: object) => Promise<Readonly<Record<string, unknown>>>

/** Gets an access token for WeChat's HTTP API. @throws ApiError */
export async function openApi(appid: string, secret: string, baseUrl = HTTPS_HOST): Promise<Call> {
  const dispatcher = new EnvHttpProxyAgent()

  async function post(path: string, query: string, body: object): Promise<Readonly<Record<string, unknown>>> {
    const url = `${baseUrl}${path}${query}`
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    let reply: Record<string, unknown>
    try {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), dispatcher, signal })
      reply = (await response.json()) as Record<string, unknown>
    } catch {
      // The original message may contain the URL with the token.
      throw new ApiError(`${new URL(baseUrl).host} does not answer`)
    }
    const { errcode = 0, errmsg = '' } = reply
    if (errcode !== 0) throw new ApiError(`${path}: ${String(errcode)} ${String(errmsg)}`)
    return reply
  }

  const credentials = { grant_type: 'client_credential', appid, secret }
  const { access_token: token } = await post(TOKEN_PATH, '', credentials)
  if (typeof token !== 'string') throw new ApiError(`${TOKEN_PATH} returned no token`)
  return (path, body) => post(path, `?access_token=${encodeURIComponent(token)}`, body)
}
