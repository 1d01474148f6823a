import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'

const require = createRequire(import.meta.url)
const DATA_URL = /url\('data:font\/woff2;[^,]*base64,([^']+)'\)/

/** The package embeds the font in a style sheet. */
function vantIcons(): Buffer {
  const sheet = require.resolve('@vant/icons/src/encode-woff2.less')
  const data = DATA_URL.exec(readFileSync(sheet, 'utf8'))?.[1]
  if (data === undefined) throw new Error(`${sheet}: no embedded font`)
  return Buffer.from(data, 'base64')
}

/** Fonts that would come from a CDN or may not be installed. */
export const fontRoutes: FastifyPluginAsync = async (server) => {
  await server.register(fastifyStatic, {
    root: dirname(require.resolve('@fontsource-variable/noto-sans-sc/package.json')),
    prefix: '/noto-sans-sc/',
    maxAge: '1d',
  })
  const icons = vantIcons()
  server.get('/vant-icon.woff2', (_, reply) => reply.type('font/woff2').send(icons))
}
