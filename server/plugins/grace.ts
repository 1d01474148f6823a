import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** On shutdown, closes idle connections once the last request is answered. Node would wait for keep-alive to end. */
export function addGrace(app: FastifyInstance): void {
  const running = new Set<ServerResponse>()
  let isClosing = false

  function closeIfIdle(): void {
    if (isClosing && running.size === 0) app.server.closeAllConnections()
  }

  app.addHook('onRequest', (_, { raw }, done) => {
    running.add(raw)
    raw.once('close', () => {
      running.delete(raw)
      closeIfIdle()
    })
    done()
  })
  app.addHook('preClose', (done) => {
    isClosing = true
    for (const response of running) if (!response.headersSent) response.setHeader('connection', 'close')
    closeIfIdle()
    done()
  })
}
