import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** Security headers. HTTP is not upgraded, because TLS ends at a proxy. */
export async function addHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } })
}
