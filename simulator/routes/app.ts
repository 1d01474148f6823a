import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { BROWSER } from '../build/folders'
import type { ProgramBuild } from '../program-build'

const TYPES = {
  'app.js': 'text/javascript',
  'app.js.map': 'application/json',
  'app.css': 'text/css',
  'app.css.map': 'application/json',
}
/** Files of the package that the program loads at runtime; its sources are in the bundle. */
const MEDIA = /\.(png|jpe?g|gif|webp|svg|mp3|wav|ttf|woff2?)$/i

/** The phone's page, the bundle and the program's media. */
export const appRoutes: FastifyPluginAsync<{ program: ProgramBuild }> = async (server, { program }) => {
  await server.register(fastifyStatic, {
    root: program.current.root,
    prefix: '/package/',
    allowedPath: (path) => MEDIA.test(path),
  })
  server.get('/', async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(await readFile(join(BROWSER, 'app.html'))),
  )
  for (const [name, type] of Object.entries(TYPES))
    server.get(`/${name}`, (_, reply) =>
      reply.type(`${type}; charset=utf-8`).header('cache-control', 'no-store').send(program.current.files.get(name)),
    )
}
