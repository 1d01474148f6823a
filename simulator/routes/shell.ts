import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { BROWSER } from '../build/folders'

/** The page around the phone. */
export const shellRoutes: FastifyPluginAsync = async (server) => {
  const root = join(BROWSER, 'shell')
  await server.register(fastifyStatic, { root, prefix: '/shell/' })
  server.get('/', (_, reply) => reply.sendFile('index.html', root))
}
