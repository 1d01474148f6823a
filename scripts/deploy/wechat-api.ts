import { EnvHttpProxyAgent, fetch } from 'undici'
import { HTTPS_HOST, TOKEN_PATH } from '../../recognition/wechat/api'

const TIMEOUT_MS = 15_000

/** A refusal of WeChat's, or no answer at all. Says neither the secret nor the token. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
}

/** One call of WeChat's HTTP API. @throws ApiError */
export type Call = (path: string, body: object) => Promise<Readonly<Record<string, unknown>>>

/** Opens WeChat's HTTP API with a mini program's access token. @throws ApiError where none is given */
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
      // The error's own words may hold the address, and so the token.
      throw new ApiError(`${new URL(baseUrl).host} does not answer`)
    }
    const { errcode = 0, errmsg = '' } = reply
    if (errcode !== 0) throw new ApiError(`${path}: ${String(errcode)} ${String(errmsg)}`)
    return reply
  }

  const credentials = { grant_type: 'client_credential', appid, secret }
  const { access_token: token } = await post(TOKEN_PATH, '', credentials)
  if (typeof token !== 'string') throw new ApiError(`${TOKEN_PATH} gives no token`)
  return (path, body) => post(path, `?access_token=${encodeURIComponent(token)}`, body)
}
