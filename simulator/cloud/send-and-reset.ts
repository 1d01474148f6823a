import type { FastifyReply } from 'fastify'

/** Sends less than the announced length, then resets the connection. */
export function sendAndReset(reply: FastifyReply): FastifyReply {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
  reply.raw.write('{"errcode":0,', () => reply.raw.socket?.resetAndDestroy())
  return reply
}
