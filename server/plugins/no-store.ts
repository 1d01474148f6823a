import type { FastifyInstance } from 'fastify'

/**
 * No reply is kept by a browser or a proxy: it may hold a session, a token or what was read. Files, such as those of
 * `/docs`, say for themselves how long they are good.
 */
export function addNoStore(app: FastifyInstance): void {
  app.addHook('onRequest', (_, reply, done) => {
    reply.header('cache-control', 'no-store')
    done()
  })
}
