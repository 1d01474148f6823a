import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { WechatFailure } from '../../../wechat/failures'
import { shanghaiDay } from '../../../limits/shanghai-day'
import { type Account, requestToken } from './request-token'
import type { Token, TokenStore } from './store'

/** Where calls have their access token from. */
export interface TokenSource {
  get(): Promise<string>
  /** A token in the place of one that was refused. */
  replace(refused: string): Promise<string>
}

/** A token is renewed in the background this long before it expires: old and new are both valid meanwhile. */
const RENEW_AHEAD_MS = 5 * 60_000
/** With less than this left, nobody sets out with it. */
const MARGIN_MS = 30_000
/** WeChat allows a forced refresh every 30 s, and 20 a day. */
const FORCED_EVERY_MS = 30_000
const FORCED_A_DAY = 20
const DAY_MS = 24 * 60 * 60_000
/** Longer than two requests for a token may take, which end after 5 s each. */
const LOCK_MS = 12_000
const LOOK_MS = 50

const remaining = (token: Token | undefined): number => (token ? token.expiresAt - Date.now() : 0)

/** Tokens of `stable_token`, asked for by one process at a time, however many share the store. */
export function createTokenSource(account: Account, store: TokenStore): TokenSource {
  let known: Token | undefined
  let pending: Promise<Token> | undefined

  /** Whether WeChat may be asked for a token by force, on account of the refused one. */
  async function mayForce(refused: string): Promise<boolean> {
    const id = createHash('sha256').update(refused).digest('base64url').slice(0, 16)
    const { counters } = store
    return (
      (await counters.take(`token-refused:${id}`, 1, DAY_MS)) !== undefined &&
      (await counters.take('token-forced', 1, FORCED_EVERY_MS)) !== undefined &&
      (await counters.take(`token-forced:${shanghaiDay(Date.now())}`, FORCED_A_DAY, DAY_MS)) !== undefined
    )
  }

  /**
   * Asks for the present token, which another service of the same app id may have renewed, and for a new one by force
   * only where the present one is the one that was refused: force kills the token of all others.
   */
  async function request(refused: string | undefined): Promise<Token> {
    const present = await requestToken(account, false)
    if (present.value !== refused || !(await mayForce(refused))) return present
    return requestToken(account, true)
  }

  /** Renews the token unless another process has, or does meanwhile. */
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
      await sleep(LOOK_MS)
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
      if (remaining(known) <= MARGIN_MS) return renew((token) => remaining(token) > MARGIN_MS)
      // A failure shows when the token is needed.
      if (remaining(known) <= RENEW_AHEAD_MS) renewAhead().catch(() => undefined)
      return known?.value ?? renewAhead()
    },
    async replace(refused) {
      if (known && known.value !== refused) return known.value
      return renew(({ value }) => value !== refused, refused)
    },
  }
}
