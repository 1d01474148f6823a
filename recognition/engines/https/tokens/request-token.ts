import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { TOKEN_PATH } from '../../../wechat/api'
import { readFailure, WechatFailure } from '../../../wechat/failures'
import { withDeadline } from '../../../deadline'
import { postForJson } from '../request'
import type { Token } from './store'

export interface Account {
  readonly baseUrl: string
  readonly appid: string
  readonly secret: string
}

const TIMEOUT_MS = 5_000

/**
 * No recognition was asked for: nothing is spent, and a token refused here is not helped by another one. What is used
 * up are calls of this API, of which a person knows nothing and which say nothing about the day's recognitions: the
 * service is busy, and the log tells why.
 */
function ofTokens({ error, consequences }: WechatFailure): WechatFailure {
  const isUsedUp = error.code === 'QUOTA_EXHAUSTED' || error.code === 'RATE_LIMITED'
  const cause = { code: `TOKEN_API_${error.details.wechatCode ?? ''}` }
  const told = isUsedUp ? new RecognitionError('ENGINE_BUSY', { cause }) : error
  return new WechatFailure(told, { unspent: true, ...(consequences.treatment === 'retry' && { treatment: 'retry' }) })
}

function readToken(reply: unknown): Token {
  const { access_token: value, expires_in: seconds } = (reply ?? {}) as Record<string, unknown>
  if (typeof value === 'string' && typeof seconds === 'number') return { value, expiresAt: Date.now() + seconds * 1000 }
  throw readFailure(reply) ?? new WechatFailure(new RecognitionError('ENGINE_UNAVAILABLE'))
}

/**
 * Asks `stable_token` for the access token.
 *
 * @param forced - asks for a new one, which kills the present one: 30 s apart, 20 a day
 * @throws WechatFailure `NOT_AUTHORIZED` for a wrong app id or secret, or what the network does
 */
export async function requestToken({ baseUrl, appid, secret }: Account, forced: boolean): Promise<Token> {
  const json = JSON.stringify({ grant_type: 'client_credential', appid, secret, force_refresh: forced })
  const body = { pieces: [Buffer.from(json)], contentType: 'application/json' }
  try {
    // Not a caller's own signal: others may wait for the same token.
    return await withDeadline(TIMEOUT_MS, async (signal) =>
      readToken(await postForJson(new URL(TOKEN_PATH, baseUrl), body, signal)),
    )
  } catch (error) {
    const failure = readFailure(error)
    if (failure) throw ofTokens(failure)
    const timeout = error instanceof RecognitionError ? error : new RecognitionError('ENGINE_UNAVAILABLE')
    throw new WechatFailure(timeout, { unspent: true, treatment: 'retry' })
  }
}
