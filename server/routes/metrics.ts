import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

const schema = {
  summary: 'Prometheus metrics',
  tags: ['operation'],
  response: { 200: { content: { 'text/plain': { schema: Type.String() } } } },
}

/** `GET /metrics` */
// eslint-disable-next-line @typescript-eslint/require-await -- Fastify wants it so.
export const metricsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { registry } = app.services.metrics

  app.get('/metrics', { schema }, async (_, reply) => {
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
