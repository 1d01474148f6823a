import { createDecoder, createSigner, createVerifier } from 'fast-jwt'
import { deriveKey } from './keys'

export type Verified =
  { readonly state: 'valid'; readonly subject: string } | { readonly state: 'expired' } | { readonly state: 'invalid' }

/** Signs and verifies tokens of one kind, without storage: servers with the same secret accept each other's. */
export interface Tokens {
  readonly expiresInS: number
  issue(subject: string): string
  verify(token: string): Verified
}

const EXPIRES_IN_S = 7_200
/** ms; keys change daily, and a token outlives its key's day by at most two hours */
const EPOCH_MS = 24 * 60 * 60 * 1000
const EPOCH = /^\d{1,6}$/
const ALGORITHM = 'HS256'

const decode = createDecoder({ complete: true })

/** The unverified epoch of a token's key. */
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
 * @param audience - kind of token: tokens of one kind are invalid as another
 */
export function createTokens(secret: string, audience: string, now: () => number = Date.now): Tokens {
  const currentEpoch = (): number => Math.floor(now() / EPOCH_MS)
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
    for (const old of epochs.keys()) if (Math.abs(old - currentEpoch()) > 1) epochs.delete(old)
    epochs.set(epoch, created)
    return created
  }

  return {
    expiresInS: EXPIRES_IN_S,
    issue(subject) {
      const issuedAt = Math.floor(now() / 1000)
      return ofEpoch(currentEpoch()).sign({ sub: subject, iat: issuedAt, exp: issuedAt + EXPIRES_IN_S })
    },
    verify(token) {
      const epoch = epochOf(token)
      // The next epoch is valid too, because another server's clock may be ahead.
      if (epoch === undefined) return { state: 'invalid' }
      if (Math.abs(epoch - currentEpoch()) > 1) return { state: 'expired' }
      try {
        const { sub, exp } = ofEpoch(epoch).verify(token) as { sub: string; exp: number }
        return exp * 1000 > now() ? { state: 'valid', subject: sub } : { state: 'expired' }
      } catch {
        return { state: 'invalid' }
      }
    },
  }
}
