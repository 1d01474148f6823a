import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
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
