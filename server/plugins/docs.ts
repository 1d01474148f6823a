import swagger, { type FastifyStaticSwaggerOptions } from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

export type OpenapiDocument = Extract<FastifyStaticSwaggerOptions['specification'], { document: unknown }>['document']

/** Describes all routes that are registered after it: `app.swagger()` is the OpenAPI document. */
export async function addDescription(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: {
        title: '行驶证识别 Vehicle license recognition',
        description: 'Companion server of the mini program, and a stand-in for WeChat’s own OCR to its clients.',
        version: '1',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    },
  })
}

/** Shows the OpenAPI document as a page at `/docs`: another app's, or this one's own behind `addDescription`. */
export async function addDocs(app: FastifyInstance, document?: OpenapiDocument): Promise<void> {
  if (document) await app.register(swagger, { mode: 'static', specification: { document } })
  await app.register(swaggerUi, { routePrefix: '/docs' })
}
