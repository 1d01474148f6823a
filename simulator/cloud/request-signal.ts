import type { FastifyReply } from 'fastify'

/** Aborts when the caller hangs up, so that nobody reads a picture for nobody. */
export function requestSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}
