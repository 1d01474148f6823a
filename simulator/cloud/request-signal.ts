import type { FastifyReply } from 'fastify'

/** Aborts when the client disconnects, so that no work is done in vain. */
export function requestSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}
