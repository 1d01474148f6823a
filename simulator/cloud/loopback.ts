import type { IncomingMessage } from 'node:http'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { type FileStore, toFileID } from './files'
import { readForm } from './multipart'

const MAX_BODY_BYTES = 50 * 1024 * 1024

/** Serves the stored files: `GET` for temporary URLs, `PUT` for uploads of the SDK. */
function serveFiles(app: FastifyInstance, files: FileStore): void {
  app.get<{ Params: { '*': string } }>('/cos/*', (request, reply) => {
    const file = files.get(toFileID(request.params['*']))
    if (!file) return reply.code(404).send()
    return reply.type(file.contentType).header('access-control-allow-origin', '*').send(file.bytes)
  })

  app.put<{ Params: { '*': string } }>('/cos/*', (request, reply) => {
    const contentType = request.headers['content-type'] ?? 'application/octet-stream'
    files.set(toFileID(request.params['*']), { bytes: request.body as Buffer, contentType })
    return reply.send()
  })
}

/** An HTTP server with multipart forms, raw bodies and the stored files. */
export function createLoopback(files: FileStore): FastifyInstance {
  const app = Fastify({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true })
  app.addContentTypeParser('multipart/form-data', (request: FastifyRequest, body: IncomingMessage) =>
    readForm(request.headers, body),
  )
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  serveFiles(app, files)
  return app
}
