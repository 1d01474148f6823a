import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'

/** About the connection, or about the page in the browser: no server would get it from WeChat. */
const DROPPED = /^(host|connection|keep-alive|transfer-encoding|accept-encoding|origin|referer|cookie|sec-.*)$/
/** What has been undone by the time the answer is here. */
const UNDONE = /^(connection|keep-alive|transfer-encoding|content-encoding|content-length)$/

interface Route {
  Querystring: { url: string }
}

const ROUTE = {
  querystring: { type: 'object', required: ['url'], properties: { url: { type: 'string' } } },
} as const

/** WeChat's words for what went wrong, where no answer came that could be passed on. */
const refuse = (reply: FastifyReply, status: number, reason: string): FastifyReply =>
  reply.code(status).header('x-network-failure', reason).send()

const headersToSend = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !DROPPED.test(name) ? [[name, value]] : [],
    ),
  )

async function forward({ method, headers, query, raw }: FastifyRequest<Route>, reply: FastifyReply) {
  const gone = new AbortController()
  reply.raw.on('close', () => {
    gone.abort()
  })
  const bare = method === 'GET' || method === 'HEAD'
  try {
    const answer = await fetch(query.url, {
      method,
      headers: headersToSend(headers),
      // Where it leads may be declared or not.
      redirect: 'manual',
      signal: gone.signal,
      ...(!bare && ({ body: Readable.toWeb(raw), duplex: 'half' } as const)),
    })
    for (const [name, value] of answer.headers) if (!UNDONE.test(name)) reply.header(name, value)
    return await reply.code(answer.status).send(answer.body)
  } catch {
    return refuse(reply, 502, 'errcode:-102 error_msg:net::ERR_CONNECTION_REFUSED')
  }
}

/**
 * Calls servers for the mini program: a browser would ask them for CORS, which WeChat knows nothing of. Like WeChat it
 * calls only what is declared.
 */
export const networkRoutes: FastifyPluginAsync<{ origins: readonly string[] }> = (server, { origins }) => {
  const declared = new Set(origins.map((origin) => new URL(origin).origin))
  // Bodies are passed on as they come.
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('*', (_, payload, done) => {
    done(null, payload)
  })
  server.all<Route>('', { schema: ROUTE }, async (request, reply) => {
    const { url } = request.query
    const isDeclared = URL.canParse(url) && declared.has(new URL(url).origin)
    return isDeclared ? forward(request, reply) : refuse(reply, 403, `url not in domain list:${encodeURI(url)}`)
  })
  return Promise.resolve()
}
