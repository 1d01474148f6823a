import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'

const MISSING = Type.Array(Type.Union([Type.Literal('engine'), Type.Literal('redis')]))

const healthz = {
  summary: 'Liveness',
  tags: ['operation'],
  response: { 200: Type.Object({ ok: Type.Literal(true) }) },
}
const readyz = {
  summary: 'Readiness: the engines’ models are loaded, and Redis is available',
  tags: ['operation'],
  response: {
    200: Type.Object({ ready: Type.Literal(true) }),
    503: Type.Object({ ready: Type.Literal(false), missing: MISSING }),
  },
}

// eslint-disable-next-line @typescript-eslint/require-await -- Fastify wants it so.
export const healthRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { services } = app

  app.get('/healthz', { schema: healthz }, () => ({ ok: true as const }))

  app.get('/readyz', { schema: readyz }, async (_, reply) => {
    const missing = [
      ...(services.isWarm() ? [] : ['engine' as const]),
      ...((await services.state.isReady()) ? [] : ['redis' as const]),
    ]
    return missing.length === 0 ? { ready: true as const } : reply.code(503).send({ ready: false, missing })
  })
}
