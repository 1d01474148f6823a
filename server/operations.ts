import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { addDocs, type OpenapiDocument } from './plugins/docs'
import { addErrors } from './plugins/errors'
import { addGrace } from './plugins/grace'
import { addHeaders } from './plugins/headers'
import { addNoStore } from './plugins/no-store'
import { healthRoutes } from './routes/health'
import { metricsRoutes } from './routes/metrics'
import type { Services } from './services'
import { transport, DEFAULT_TIMEOUTS } from './transport'

export interface Operations {
  /** `http://127.0.0.1:9090` */
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves health, metrics and API docs at their own address, if one is configured. The caller closes the services.
 *
 * @param describe - returns the OpenAPI document; without it there are no API docs
 */
export async function startOperations(
  services: Services,
  describe?: () => OpenapiDocument,
): Promise<Operations | undefined> {
  const { operations } = services.config
  if (typeof operations === 'string') return undefined
  const logger: FastifyBaseLogger = services.log
  const app: FastifyInstance = Fastify({ loggerInstance: logger, ...transport(DEFAULT_TIMEOUTS) })
  app.decorate('services', services)
  addErrors(app)
  addGrace(app)
  addNoStore(app)
  await addHeaders(app)
  if (describe) await addDocs(app, describe())
  await app.register(healthRoutes)
  await app.register(metricsRoutes)
  const listenTextResolver = (address: string): string => `Operations at ${address}`
  const url = await app.listen({ ...operations, listenTextResolver })
  return { url, close: () => app.close() }
}
