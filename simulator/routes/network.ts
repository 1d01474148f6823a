import { type IncomingHttpHeaders, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'

/** Hop-by-hop headers. */
const HOP_BY_HOP = /^(connection|keep-alive|transfer-encoding)$/
/** Headers that WeChat would not send. */
const BROWSER_ONLY = /^(host|origin|referer|cookie|sec-.*)$/

interface Route {
  Querystring: { url: string }
}

const ROUTE = {
  querystring: { type: 'object', required: ['url'], properties: { url: { type: 'string' } } },
} as const

/** @param reason WeChat's message for a call without a response */
const refuse = (reply: FastifyReply, status: number, reason: string): FastifyReply =>
  reply.code(status).header('x-network-failure', reason).send()

const without = (headers: IncomingHttpHeaders, ...dropped: RegExp[]): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.some((pattern) => pattern.test(name))))

/** Streams a request and its response. Redirects are not followed: their target may be undeclared. */
function forward({ method, headers, query: { url }, raw }: FastifyRequest<Route>, reply: FastifyReply) {
  const call = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise<FastifyReply>((resolve) => {
    const outgoing = call(url, { method, headers: without(headers, HOP_BY_HOP, BROWSER_ONLY) })
    outgoing.on('response', (answer) => {
      reply.code(answer.statusCode ?? 502).headers(without(answer.headers, HOP_BY_HOP))
      resolve(reply.send(answer))
    })
    outgoing.on('error', () => {
      if (!reply.sent) resolve(refuse(reply, 502, 'errcode:-102 error_msg:net::ERR_CONNECTION_REFUSED'))
    })
    reply.raw.on('close', () => {
      // A server may respond before it has read the whole body, but the browser sends all of it first.
      raw.unpipe(outgoing).resume()
      outgoing.destroy()
    })
    // The client disconnected early.
    if (reply.raw.destroyed) outgoing.destroy()
    raw.pipe(outgoing)
  })
}

/** A proxy for the mini program's requests, which would need CORS from a browser. It calls declared origins only. */
export const networkRoutes: FastifyPluginAsync<{ origins: readonly string[] }> = (server, { origins }) => {
  const declared = new Set(origins.map((origin) => new URL(origin).origin))
  // Bodies are streamed unparsed.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_, payload, done) => done(null, payload))
  server.all<Route>('', { schema: ROUTE }, (request, reply) => {
    const { url } = request.query
    const isDeclared = URL.canParse(url) && declared.has(new URL(url).origin)
    return isDeclared ? forward(request, reply) : refuse(reply, 403, `url not in domain list:${encodeURI(url)}`)
  })
  return Promise.resolve()
}
