import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { addCaller } from './plugins/caller'
import { addErrors } from './plugins/errors'
import type { Services } from './services'

declare module 'fastify' {
  interface FastifyInstance {
    services: Services
  }
}

/** The companion server, ready to listen or to be injected into. It does not own the services. */
export async function createApp(services: Services): Promise<FastifyInstance> {
  const { config, log } = services
  const app: FastifyInstance = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy ?? false,
  })
  app.decorate('services', services)
  addErrors(app)
  addCaller(app, { secret: config.sessionSecret, apiClients: config.apiClients })
  return app
}
