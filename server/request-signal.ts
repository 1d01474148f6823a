import type { FastifyReply } from 'fastify'
import { RecognitionError } from '../miniprogram/vehicle-license/errors'

/** Aborts when the caller hangs up. Fastify's own `request.signal` aborts as soon as the body has been read. */
export function requestSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort(new RecognitionError('CANCELLED'))
  })
  return controller.signal
}
