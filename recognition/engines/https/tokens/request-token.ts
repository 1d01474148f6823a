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
 * A failure of the token API. It spends no recognition, and a fresh token does not help. Its own quota says nothing
 * about recognitions, so it is reported as `ENGINE_BUSY`, with the reason in the log.
 */
function tokenFailure({ error, consequences }: WechatFailure): WechatFailure {
  const isUsedUp = error.code === 'QUOTA_EXHAUSTED' || error.code === 'RATE_LIMITED'
  const cause = { code: `TOKEN_API_${error.details.wechatCode ?? ''}` }
  const reported = isUsedUp ? new RecognitionError('ENGINE_BUSY', { cause }) : error
  return new WechatFailure(reported, {
    unspent: true,
    ...(consequences.treatment === 'retry' && { treatment: 'retry' }),
  })
}

function readToken(reply: unknown): Token {
  const { access_token: value, expires_in: seconds } = (reply ?? {}) as Record<string, unknown>
  if (typeof value === 'string' && typeof seconds === 'number') return { value, expiresAt: Date.now() + seconds * 1000 }
  throw readFailure(reply) ?? new WechatFailure(new RecognitionError('ENGINE_UNAVAILABLE'))
}

/**
 * Requests the access token from `stable_token`.
 *
 * @param forced - requests a new one, which invalidates the current one: at most every 30 s and 20 a day
 * @throws WechatFailure `NOT_AUTHORIZED` for a wrong app id or secret; network failures
 */
export async function requestToken({ baseUrl, appid, secret }: Account, forced: boolean): Promise<Token> {
  const json = JSON.stringify({ grant_type: 'client_credential', appid, secret, force_refresh: forced })
  const body = { pieces: [Buffer.from(json)], contentType: 'application/json' }
  try {
    // Without a caller's signal, because others may wait for the same token.
    return await withDeadline(TIMEOUT_MS, async (signal) =>
      readToken(await postForJson(new URL(TOKEN_PATH, baseUrl), body, signal)),
    )
  } catch (error) {
    const failure = readFailure(error)
    if (failure) throw tokenFailure(failure)
    const timeout = error instanceof RecognitionError ? error : new RecognitionError('ENGINE_UNAVAILABLE')
    throw new WechatFailure(timeout, { unspent: true, treatment: 'retry' })
  }
}
