import multipart from '@fastify/multipart'
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { addCaller } from './plugins/caller'
import { addDescription, addDocs } from './plugins/docs'
import { addErrors } from './plugins/errors'
import { addGrace } from './plugins/grace'
import { addHeaders } from './plugins/headers'
import { addNoStore } from './plugins/no-store'
import { addRateLimit } from './plugins/rate-limit'
import { batchRoutes } from './routes/batches'
import { healthRoutes } from './routes/health'
import { loginRoutes } from './routes/login'
import { metricsRoutes } from './routes/metrics'
import { vehicleLicenseRoutes } from './routes/vehicle-license'
import { wechatRoutes } from './routes/wechat'
import { isPartAFile } from './form'
import type { Services } from './services'
import { type Timeouts, transport, DEFAULT_TIMEOUTS } from './transport'

declare module 'fastify' {
  interface FastifyInstance {
    services: Services
  }
}

export interface AppOptions {
  readonly timeouts?: Timeouts
  /** The clock of sessions and access tokens, in ms since 1970. */
  readonly now?: () => number
}

/** Creates the companion server. The caller closes the services. */
export async function createApp(services: Services, options: AppOptions = {}): Promise<FastifyInstance> {
  const { config } = services
  const logger: FastifyBaseLogger = services.log
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    trustProxy: config.trustProxy ?? false,
    ...transport(options.timeouts ?? DEFAULT_TIMEOUTS),
  })
  // Ignores an unknown `Expect` header, which Node would reject outside the API's error format.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.decorate('services', services)
  addErrors(app)
  addGrace(app)
  addNoStore(app)

  await addHeaders(app)
  await app.register(multipart, { isPartAFile })
  await addRateLimit(app)
  if (config.operations !== 'off') await addDescription(app)
  if (config.operations === 'here') await addDocs(app)

  addCaller(app, { secret: config.sessionSecret, apiClients: config.apiClients, ...(options.now && options) })

  await app.register(healthRoutes)
  if (config.operations === 'here') await app.register(metricsRoutes)
  await app.register(loginRoutes)
  await app.register(vehicleLicenseRoutes)
  await app.register(batchRoutes)
  await app.register(wechatRoutes)
  return app
}
