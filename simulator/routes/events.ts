import type { FastifyPluginAsync } from 'fastify'
import type { ProgramBuild } from '../program-build'

/** Server-sent events for open windows after each build. */
export const eventRoutes: FastifyPluginAsync<{ program: ProgramBuild }> = (server, { program }) => {
  server.get('/events', (request, reply) => {
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    raw.write('retry: 1000\n\n')
    const built = () => raw.write('event: built\ndata:\n\n')
    const failed = (message: string) => raw.write(`event: failed\ndata: ${JSON.stringify(message)}\n\n`)
    program.on('built', built).on('failed', failed)
    request.raw.on('close', () => program.off('built', built).off('failed', failed))
  })
  return Promise.resolve()
}
