import { createHash } from 'node:crypto'
import { APP_ID, APP_SECRET } from '../identity'
import { failure, type OpenapiReply } from './call'

/**
 * Answers `/sns/jscode2session`. Any code starting with `code-` is valid, and each stands for one person; WeChat's codes
 * work once and expire after five minutes.
 */
export function exchangeCode({ appid, secret, js_code, grant_type }: Readonly<Record<string, unknown>>): OpenapiReply {
  if (grant_type !== 'authorization_code') return failure(40002, 'invalid grant_type')
  if (appid !== APP_ID) return failure(40013, 'invalid appid')
  if (secret !== APP_SECRET) return failure(40125, 'invalid appsecret')
  if (typeof js_code !== 'string' || !js_code.startsWith('code-')) return failure(40029, 'invalid code')
  const hash = createHash('sha256').update(js_code).digest('base64url')
  return { json: { openid: `o${hash.slice(0, 27)}`, session_key: hash.slice(0, 24) } }
}
