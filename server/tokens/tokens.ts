import { createDecoder, createSigner, createVerifier } from 'fast-jwt'
import { deriveKey } from './keys'

export type Verified =
  { readonly state: 'valid'; readonly subject: string } | { readonly state: 'expired' } | { readonly state: 'invalid' }

/** Signs and checks tokens of one kind. Nothing is stored: all servers with the same secret take each other's. */
export interface Tokens {
  readonly expiresInS: number
  issue(subject: string): string
  verify(token: string): Verified
}

const EXPIRES_IN_S = 7_200
/** Keys change every day. A token outlives the day of its key by two hours at most. */
const EPOCH_MS = 24 * 60 * 60 * 1000
const EPOCH = /^\d{1,6}$/
const ALGORITHM = 'HS256'

const decode = createDecoder({ complete: true })

/** The epoch that a token names as its key's, true or not. */
function epochOf(token: string): number | undefined {
  try {
    const { header } = decode(token) as { header: { kid?: unknown } }
    return typeof header.kid === 'string' && EPOCH.test(header.kid) ? Number(header.kid) : undefined
  } catch {
    return undefined
  }
}

/**
 * JWTs whose keys rotate daily.
 *
 * @param audience - sets one kind of token apart from another: neither is ever taken for the other
 */
export function createTokens(secret: string, audience: string, now: () => number = Date.now): Tokens {
  const present = (): number => Math.floor(now() / EPOCH_MS)
  const create = (epoch: number) => {
    const key = deriveKey(secret, `${audience}/${epoch}`)
    return {
      sign: createSigner({ key, algorithm: ALGORITHM, kid: String(epoch), aud: audience }),
      verify: createVerifier({
        key,
        algorithms: [ALGORITHM],
        allowedAud: audience,
        requiredClaims: ['aud', 'sub', 'exp'],
        ignoreExpiration: true,
        cache: true,
      }),
    }
  }
  const epochs = new Map<number, ReturnType<typeof create>>()

  function ofEpoch(epoch: number): ReturnType<typeof create> {
    const found = epochs.get(epoch)
    if (found) return found
    const created = create(epoch)
    for (const old of epochs.keys()) if (Math.abs(old - present()) > 1) epochs.delete(old)
    epochs.set(epoch, created)
    return created
  }

  return {
    expiresInS: EXPIRES_IN_S,
    issue(subject) {
      const issuedAt = Math.floor(now() / 1000)
      return ofEpoch(present()).sign({ sub: subject, iat: issuedAt, exp: issuedAt + EXPIRES_IN_S })
    },
    verify(token) {
      const epoch = epochOf(token)
      // The next one's too: another server's clock may be ahead of this one's.
      if (epoch === undefined) return { state: 'invalid' }
      if (Math.abs(epoch - present()) > 1) return { state: 'expired' }
      try {
        const { sub, exp } = ofEpoch(epoch).verify(token) as { sub: string; exp: number }
        return exp * 1000 > now() ? { state: 'valid', subject: sub } : { state: 'expired' }
      } catch {
        return { state: 'invalid' }
      }
    },
  }
}
