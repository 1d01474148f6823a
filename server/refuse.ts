import type { FastifyReply } from 'fastify'
import type { ErrorCode } from '../miniprogram/vehicle-license/errors'
import { HTTP_STATUS } from './http-status'

/** Seconds; other errors have no `Retry-After`. */
const RETRY_AFTER_S: Partial<Record<ErrorCode, number>> = { ENGINE_BUSY: 5, RATE_LIMITED: 60 }

/** Sets the status of an error, and `Retry-After` unless already set. */
export function refuse<T extends FastifyReply>(reply: T, code: ErrorCode): T {
  const retryAfterS = RETRY_AFTER_S[code]
  if (retryAfterS !== undefined && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfterS)
  reply.code(HTTP_STATUS[code])
  return reply
}
