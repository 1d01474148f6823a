import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

const SAMPLES = join(import.meta.dirname, '..', 'samples')

/** The pictures of the phone's album. */
export const sampleRoutes: FastifyPluginAsync<{ folder?: string }> = async (server, { folder = SAMPLES }) => {
  await server.register(fastifyStatic, { root: folder, prefix: '/', index: false })
  server.get('', async () => {
    const files = await readdir(folder)
    const pictures = files.filter((name) => name.endsWith('.jpg')).sort()
    return pictures.map((name) => ({ name, url: `/samples/${name}` }))
  })
}
