import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { withDeadline } from '../../deadline'
import { TOKEN_PATH } from '../../wechat/api'
import { readFailure } from '../../wechat/failures'
import { postForJson } from './request'

/** Where an engine has its access token from: one token per app id serves all processes that share a source. */
export interface TokenSource {
  get(): Promise<string>
  /** A token in the place of one that was refused. */
  replace(refused: string): Promise<string>
}

/** A token is renewed this long before it expires, so that none expires on its way. */
const MARGIN_MS = 60_000
/** WeChat allows a forced refresh every 30 s, and 20 a day. */
const FORCED_EVERY_MS = 30_000
const TIMEOUT_MS = 10_000

interface Token {
  readonly value: string
  readonly renewAt: number
}

function readToken(reply: unknown): Token {
  const failure = readFailure(reply)
  if (failure) throw failure.error
  const { access_token: value, expires_in: seconds } = (reply ?? {}) as Record<string, unknown>
  if (typeof value !== 'string' || typeof seconds !== 'number') throw new RecognitionError('ENGINE_UNAVAILABLE')
  return { value, renewAt: Date.now() + seconds * 1000 - MARGIN_MS }
}

/**
 * Tokens of `stable_token`, kept in this process and asked for one at a time.
 *
 * `get` and `replace` throw RecognitionError `NOT_AUTHORIZED` for a wrong app id or secret, or what the network does.
 */
export function createTokenSource(options: { baseUrl: string; appid: string; secret: string }): TokenSource {
  const url = new URL(TOKEN_PATH, options.baseUrl)
  let token: Token | undefined
  let pending: Promise<Token> | undefined
  let forcedAt = -Infinity

  async function request(forced: boolean): Promise<Token> {
    const { appid, secret } = options
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: forced }
    // Not a caller's own signal: others may wait for the same token.
    return withDeadline(TIMEOUT_MS, async (signal) => readToken(await postForJson(url, JSON.stringify(body), signal)))
  }

  async function renew(forced: boolean): Promise<string> {
    pending ??= request(forced).finally(() => (pending = undefined))
    token = await pending
    return token.value
  }

  return {
    async get() {
      return token && token.renewAt > Date.now() ? token.value : renew(false)
    },
    async replace(refused) {
      if (token && token.value !== refused) return token.value
      const forced = Date.now() - forcedAt >= FORCED_EVERY_MS
      if (forced) forcedAt = Date.now()
      return renew(forced)
    },
  }
}
