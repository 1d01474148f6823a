import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { BROWSER } from '../build/folders'

/** The page around the phone, with its controls. */
export const deviceFrameRoutes: FastifyPluginAsync = async (server) => {
  const root = join(BROWSER, 'device-frame')
  await server.register(fastifyStatic, { root, prefix: '/device-frame/' })
  server.get('/', (_, reply) => reply.sendFile('index.html', root))
}
