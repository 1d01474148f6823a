import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { WechatFailure } from '../../../wechat/failures'
import { shanghaiDay } from '../../../limits/shanghai-day'
import { type Account, requestToken } from './request-token'
import type { Token, TokenStore } from './store'

/** Provides access tokens. */
export interface TokenSource {
  get(): Promise<string>
  /** Returns another token than the refused one. */
  replace(refused: string): Promise<string>
}

/** ms before expiry at which a token is renewed in the background; WeChat accepts the old one meanwhile. */
const RENEW_AHEAD_MS = 5 * 60_000
/** ms that a token must still be valid when a call starts */
const MIN_VALID_MS = 30_000
/** WeChat's limits for forced refreshes. */
const MIN_FORCE_INTERVAL_MS = 30_000
const MAX_FORCED_PER_DAY = 20
const DAY_MS = 24 * 60 * 60_000
/** ms; two token requests time out after 5 s each */
const LOCK_MS = 12_000
const POLL_MS = 50

const remaining = (token: Token | undefined): number => (token ? token.expiresAt - Date.now() : 0)

/** Tokens of `stable_token`. Of all processes that share the store, one at a time requests them. */
export function createTokenSource(account: Account, store: TokenStore): TokenSource {
  let known: Token | undefined
  let pending: Promise<Token> | undefined

  /** Whether the refused token justifies a forced refresh, within WeChat's limits. */
  async function mayForce(refused: string): Promise<boolean> {
    const id = createHash('sha256').update(refused).digest('base64url').slice(0, 16)
    const { counters } = store
    return (
      (await counters.take(`token-refused:${id}`, 1, DAY_MS)) !== undefined &&
      (await counters.take('token-forced', 1, MIN_FORCE_INTERVAL_MS)) !== undefined &&
      (await counters.take(`token-forced:${shanghaiDay(Date.now())}`, MAX_FORCED_PER_DAY, DAY_MS)) !== undefined
    )
  }

  /**
   * Requests the current token, which another service with the same app id may have renewed. Forces a new one only if
   * the current one was refused, because that invalidates everyone's token.
   */
  async function request(refused: string | undefined): Promise<Token> {
    const current = await requestToken(account, false)
    if (current.value !== refused || !(await mayForce(refused))) return current
    return requestToken(account, true)
  }

  /** Renews the token, or waits for another process to do so. */
  async function renewShared(isGood: (token: Token) => boolean, refused: string | undefined): Promise<Token> {
    const giveUpAt = Date.now() + LOCK_MS
    for (;;) {
      const unlock = await store.lock(LOCK_MS)
      try {
        const found = await store.read()
        if (found && isGood(found)) return found
        if (unlock) {
          const token = await request(refused)
          await store.write(token)
          return token
        }
      } finally {
        await unlock?.()
      }
      if (Date.now() > giveUpAt) {
        throw new WechatFailure(new RecognitionError('ENGINE_BUSY'), { unspent: true, treatment: 'retry' })
      }
      await sleep(POLL_MS)
    }
  }

  async function renew(isGood: (token: Token) => boolean, refused?: string): Promise<string> {
    pending ??= renewShared(isGood, refused).finally(() => (pending = undefined))
    known = await pending
    return known.value
  }

  const renewAhead = (): Promise<string> => renew((token) => remaining(token) > RENEW_AHEAD_MS)

  return {
    async get() {
      if (remaining(known) <= MIN_VALID_MS) return renew((token) => remaining(token) > MIN_VALID_MS)
      // If this fails, the next call without a valid token reports it.
      if (remaining(known) <= RENEW_AHEAD_MS) renewAhead().catch(() => undefined)
      return known?.value ?? renewAhead()
    },
    async replace(refused) {
      if (known && known.value !== refused) return known.value
      return renew(({ value }) => value !== refused, refused)
    },
  }
}
