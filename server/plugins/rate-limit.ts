import rateLimit, { normalizeIP, type RateLimitOptions } from '@fastify/rate-limit'
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'

const MINUTE_MS = 60_000

/** So many requests of one address a minute. */
export const perAddress = (max: number): RateLimitOptions => ({ max, timeWindow: MINUTE_MS })

/** Limits the routes that ask for it, over all servers where they share a Redis. */
export async function addRateLimit(app: FastifyInstance): Promise<void> {
  const { redis } = app.services
  await app.register(rateLimit, {
    global: false,
    // What guards the door must not bar it when Redis is away.
    skipOnError: true,
    ...(redis && { redis, nameSpace: 'vehicle-license:address:' }),
    errorResponseBuilder: () => new RecognitionError('RATE_LIMITED'),
  })
}

/**
 * A hook that allows one address so many guesses at a secret a minute, over all routes that share it. Where Redis
 * cannot count them, there are none: `ENGINE_BUSY`.
 */
export function limitGuesses(app: FastifyInstance, max: number): onRequestAsyncHookHandler {
  const count = app.rateLimit({
    ...perAddress(max),
    skipOnError: false,
    keyGenerator: ({ ip }) => `guess:${normalizeIP(ip)}`,
  })
  return async (request, reply) => {
    try {
      await count.call(app, request, reply)
    } catch (cause) {
      throw cause instanceof RecognitionError ? cause : new RecognitionError('ENGINE_BUSY', { cause })
    }
  }
}
