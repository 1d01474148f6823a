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
import { type Timeouts, transport, USUAL_TIMEOUTS } from './transport'

declare module 'fastify' {
  interface FastifyInstance {
    services: Services
  }
}

export interface AppOptions {
  readonly timeouts?: Timeouts
  /** ms since 1970: the clock of sessions and access tokens */
  readonly now?: () => number
}

/** The companion server, ready to listen or to be injected into. It does not own the services. */
export async function createApp(services: Services, options: AppOptions = {}): Promise<FastifyInstance> {
  const { config } = services
  const logger: FastifyBaseLogger = services.log
  const app: FastifyInstance = Fastify({
    loggerInstance: logger,
    trustProxy: config.trustProxy ?? false,
    ...transport(options.timeouts ?? USUAL_TIMEOUTS),
  })
  // An unknown `Expect` is passed over: Node by itself would refuse it, in no words of the contract.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.decorate('services', services)
  addErrors(app)
  addGrace(app)
  addNoStore(app)

  // Of others.
  await addHeaders(app)
  await app.register(multipart, { isPartAFile })
  await addRateLimit(app)
  if (config.operations !== 'off') await addDescription(app)
  if (config.operations === 'here') await addDocs(app)

  // Own.
  addCaller(app, { secret: config.sessionSecret, apiClients: config.apiClients, ...(options.now && options) })

  await app.register(healthRoutes)
  if (config.operations === 'here') await app.register(metricsRoutes)
  await app.register(loginRoutes)
  await app.register(vehicleLicenseRoutes)
  await app.register(batchRoutes)
  await app.register(wechatRoutes)
  return app
}
