import swagger, { type FastifyStaticSwaggerOptions } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

export type OpenapiDocument = Extract<FastifyStaticSwaggerOptions['specification'], { document: unknown }>['document']

/** Documents all routes registered after it: `app.swagger()` returns the OpenAPI document. */
export async function addDescription(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: {
        title: '行驶证识别 Vehicle license recognition',
        description: 'Companion server of the mini program, compatible with WeChat’s own OCR.',
        version: '1',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
  })
}

/** Serves API docs at `/docs`: of this app after `addDescription`, or of another one. */
export async function addDocs(app: FastifyInstance, document?: OpenapiDocument): Promise<void> {
  if (document) await app.register(swagger, { mode: 'static', specification: { document } })
  await app.register(swaggerUi, { routePrefix: '/docs' })
}
