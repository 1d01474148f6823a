import rateLimit, { normalizeIP, type RateLimitOptions } from '@fastify/rate-limit'
import type { FastifyInstance, onRequestAsyncHookHandler } from 'fastify'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'

const MINUTE_MS = 60_000

/** Limits requests per IP address and minute. */
export const perAddress = (max: number): RateLimitOptions => ({ max, timeWindow: MINUTE_MS })

/** Enables rate limits per route, shared by all servers with the same Redis. */
export async function addRateLimit(app: FastifyInstance): Promise<void> {
  const { redis } = app.services
  await app.register(rateLimit, {
    global: false,
    // If Redis is down, requests pass.
    skipOnError: true,
    ...(redis && { redis, nameSpace: 'vehicle-license:address:' }),
    errorResponseBuilder: () => new RecognitionError('RATE_LIMITED'),
  })
}

/** Limits guesses at a secret per IP address and minute, over all routes with this hook. `ENGINE_BUSY` without Redis. */
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
