import type { FastifyInstance } from 'fastify'

/** Forbids caching of replies, which may contain sessions, tokens or license data. Static files override it. */
export function addNoStore(app: FastifyInstance): void {
  app.addHook('onRequest', (_, reply, done) => {
    reply.header('cache-control', 'no-store')
    done()
  })
}
