import type { FastifyInstance, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { createTokens, type Tokens } from '../tokens/tokens'

export interface Caller {
  /** A person's keyed hash or `client:ID`: safe to use in counters and logs. */
  readonly person: string
  /** Whether it is a server that acts for many persons. */
  readonly isApiClient: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Issued to persons by `/login`. */
    sessions: Tokens
    /** Issued to API clients by `/cgi-bin/token`. */
    accessTokens: Tokens
    /** Rejects requests without a session or an access token: 401 `SESSION_EXPIRED`. */
    requireCaller: preHandlerAsyncHookHandler
  }
  interface FastifyRequest {
    /** Set by `requireCaller`. */
    caller: Caller
  }
}

const CLIENT_PREFIX = 'client:'

/** Hashes of persons contain no colon. */
export const callerOf = (person: string): Caller => ({ person, isApiClient: person.startsWith(CLIENT_PREFIX) })
export const callerOfClient = (id: string): Caller => callerOf(CLIENT_PREFIX + id)

const BEARER = /^Bearer +(\S+)$/i

export interface CallerOptions {
  readonly secret: string
  readonly apiClients: ReadonlyMap<string, string>
  readonly now?: () => number
}

/** Authenticates `Authorization: Bearer TOKEN`: a person's session or an API client's access token. */
export function addCaller(app: FastifyInstance, { secret, apiClients, now }: CallerOptions): void {
  const sessions = createTokens(secret, 'session', now)
  const accessTokens = createTokens(secret, 'access', now)

  function findCaller({ headers }: FastifyRequest): Caller | undefined {
    const token = BEARER.exec(headers.authorization ?? '')?.[1]
    if (token === undefined) return undefined
    const session = sessions.verify(token)
    if (session.state === 'valid') return callerOf(session.subject)
    const access = accessTokens.verify(token)
    return access.state === 'valid' && apiClients.has(access.subject) ? callerOfClient(access.subject) : undefined
  }

  app.decorate('sessions', sessions)
  app.decorate('accessTokens', accessTokens)
  app.decorateRequest('caller')
  app.decorate('requireCaller', (request) => {
    const caller = findCaller(request)
    if (!caller) return Promise.reject(new RecognitionError('SESSION_EXPIRED'))
    request.caller = caller
    return Promise.resolve()
  })
}
