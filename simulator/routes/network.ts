import { type IncomingHttpHeaders, request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'

/** About a connection alone. */
const OF_THE_CONNECTION = /^(connection|keep-alive|transfer-encoding)$/
/** About the page in the browser: no server would get it from WeChat. */
const OF_THE_BROWSER = /^(host|origin|referer|cookie|sec-.*)$/

interface Route {
  Querystring: { url: string }
}

const ROUTE = {
  querystring: { type: 'object', required: ['url'], properties: { url: { type: 'string' } } },
} as const

/** WeChat's words for what went wrong, where no answer came that could be passed on. */
const refuse = (reply: FastifyReply, status: number, reason: string): FastifyReply =>
  reply.code(status).header('x-network-failure', reason).send()

const without = (headers: IncomingHttpHeaders, ...dropped: RegExp[]): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.some((pattern) => pattern.test(name))))

/** Passes a request on, and its answer back, both as they come. A redirect is an answer: where it leads may be declared or not. */
function forward({ method, headers, query: { url }, raw }: FastifyRequest<Route>, reply: FastifyReply) {
  const call = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise<FastifyReply>((resolve) => {
    const outgoing = call(url, { method, headers: without(headers, OF_THE_CONNECTION, OF_THE_BROWSER) })
    outgoing.on('response', (answer) => {
      reply.code(answer.statusCode ?? 502).headers(without(answer.headers, OF_THE_CONNECTION))
      resolve(reply.send(answer))
    })
    outgoing.on('error', () => {
      if (!reply.sent) resolve(refuse(reply, 502, 'errcode:-102 error_msg:net::ERR_CONNECTION_REFUSED'))
    })
    reply.raw.on('close', () => {
      // A server may answer before it has read all. The browser sends it to the end, and reads the answer then.
      raw.unpipe(outgoing).resume()
      outgoing.destroy()
    })
    // Hung up before it was called.
    if (reply.raw.destroyed) outgoing.destroy()
    raw.pipe(outgoing)
  })
}

/**
 * Calls servers for the mini program: a browser would ask them for CORS, which WeChat knows nothing of. Like WeChat it
 * calls only what is declared.
 */
export const networkRoutes: FastifyPluginAsync<{ origins: readonly string[] }> = (server, { origins }) => {
  const declared = new Set(origins.map((origin) => new URL(origin).origin))
  // Bodies are passed on as they come.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_, payload, done) => done(null, payload))
  server.all<Route>('', { schema: ROUTE }, (request, reply) => {
    const { url } = request.query
    const isDeclared = URL.canParse(url) && declared.has(new URL(url).origin)
    return isDeclared ? forward(request, reply) : refuse(reply, 403, `url not in domain list:${encodeURI(url)}`)
  })
  return Promise.resolve()
}
