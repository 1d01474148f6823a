import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/** What keeps browsers careful. Plain HTTP is left as it is: who has TLS ends it in front of this server. */
export async function addHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } })
}
