import { randomBytes } from 'node:crypto'
import { APP_ID, APP_SECRET } from '../identity'
import { failure, type OpenapiReply } from './call'

const VALID_SECONDS = 7200

export interface Tokens {
  /** Answers `/cgi-bin/stable_token`: the same token until it expires or `force_refresh`. */
  issue(request: unknown): OpenapiReply
  /** The error for an invalid token; undefined for the valid one. */
  refuse(token: unknown): OpenapiReply | undefined
  /** Invalidates the token, as another process's forced refresh would. */
  revoke(): void
}

const createToken = () => ({ value: randomBytes(64).toString('hex'), expiresAt: Date.now() + VALID_SECONDS * 1000 })

export function createTokens(): Tokens {
  let token = createToken()
  return {
    issue(request) {
      const { grant_type, appid, secret, force_refresh } = (request ?? {}) as Record<string, unknown>
      if (grant_type !== 'client_credential') return failure(40002, 'invalid grant_type')
      if (appid !== APP_ID) return failure(40013, 'invalid appid')
      if (secret !== APP_SECRET) return failure(40125, 'invalid appsecret')
      if (force_refresh === true || token.expiresAt <= Date.now()) token = createToken()
      return { json: { access_token: token.value, expires_in: Math.floor((token.expiresAt - Date.now()) / 1000) } }
    },
    refuse(value) {
      if (value === undefined) return failure(41001, 'access_token missing')
      if (value !== token.value) return failure(40001, 'invalid credential, access_token is invalid or not latest')
      return token.expiresAt <= Date.now() ? failure(42001, 'access_token expired') : undefined
    },
    revoke() {
      token = createToken()
    },
  }
}
