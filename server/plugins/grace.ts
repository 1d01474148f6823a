import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/**
 * Ends the connections as soon as the last request is answered when the server ends. By itself Node waits until
 * each client, which may keep its connection for a next request, hangs up or has been silent for long.
 */
export function addGrace(app: FastifyInstance): void {
  const running = new Set<ServerResponse>()
  let isEnding = false

  function endConnections(): void {
    if (isEnding && running.size === 0) app.server.closeAllConnections()
  }

  app.addHook('onRequest', (_, { raw }, done) => {
    running.add(raw)
    raw.once('close', () => {
      running.delete(raw)
      endConnections()
    })
    done()
  })
  app.addHook('preClose', (done) => {
    isEnding = true
    for (const response of running) if (!response.headersSent) response.setHeader('connection', 'close')
    endConnections()
    done()
  })
}
