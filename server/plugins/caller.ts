import type { FastifyInstance, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { createTokens, type Tokens } from '../tokens/tokens'

/** Who asks. */
export interface Caller {
  /** A person's keyed hash, or a client's id: safe to count by and to log. */
  readonly person: string
  /** Whether it is another server, whose requests are those of many persons. */
  readonly speaksForMany: boolean
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Of persons, by `/login`. */
    sessions: Tokens
    /** Of API clients, by `/cgi-bin/token`. */
    accessTokens: Tokens
    /** A preHandler that lets nobody pass without a session or an access token: 401 `SESSION_EXPIRED`. */
    requireCaller: preHandlerAsyncHookHandler
  }
  interface FastifyRequest {
    /** Set behind `requireCaller`. */
    caller: Caller
  }
}

/** No person's hash has a colon in it. */
export const callerOfClient = (id: string): Caller => ({ person: `client:${id}`, speaksForMany: true })

const BEARER = /^Bearer +(\S+)$/i

export interface CallerOptions {
  readonly secret: string
  readonly apiClients: ReadonlyMap<string, string>
  readonly now?: () => number
}

/** Reads `Authorization: Bearer TOKEN`: a person's session or an API client's access token. */
export function addCaller(app: FastifyInstance, { secret, apiClients, now }: CallerOptions): void {
  const sessions = createTokens(secret, 'session', now)
  const accessTokens = createTokens(secret, 'access', now)

  function findCaller({ headers }: FastifyRequest): Caller | undefined {
    const token = BEARER.exec(headers.authorization ?? '')?.[1]
    if (token === undefined) return undefined
    const session = sessions.verify(token)
    if (session.state === 'valid') return { person: session.subject, speaksForMany: false }
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
