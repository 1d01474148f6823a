import { createHash, timingSafeEqual } from 'node:crypto'
import type { WechatError } from '../../recognition/wechat/encode-failure'
import { REFUSALS } from './replies'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in constant time. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

/** Why a client gets no access token; `undefined` if it gets one. */
export function refuseClient(
  clients: ReadonlyMap<string, string>,
  request: Readonly<Record<string, unknown>>,
): WechatError | undefined {
  const { grant_type: grantType, appid, secret } = request
  if (grantType !== 'client_credential') return REFUSALS.invalidGrantType
  const expected = typeof appid === 'string' ? clients.get(appid) : undefined
  if (expected === undefined) return REFUSALS.invalidAppid
  return typeof secret === 'string' && isSame(secret, expected) ? undefined : REFUSALS.invalidSecret
}
