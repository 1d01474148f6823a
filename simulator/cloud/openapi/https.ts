import type { FastifyInstance, FastifyReply } from 'fastify'
import { HTTPS_PATH, LOGIN_PATH, TOKEN_PATH } from '../../../recognition/wechat/api'
import { requestSignal } from '../request-signal'
import { sendAndReset } from '../send-and-reset'
import type { Form } from '../multipart'
import { failure, type OpenapiCall, type OpenapiReply } from './call'
import { exchangeCode } from './login'
import type { Tokens } from './tokens'

export interface HttpsOptions {
  readonly tokens: Tokens
  readonly answer: (call: OpenapiCall, signal: AbortSignal) => Promise<OpenapiReply>
}

async function send(reply: FastifyReply, answered: OpenapiReply): Promise<FastifyReply> {
  if (answered === 'hang') return new Promise<never>(() => undefined)
  if (answered === 'empty') return reply.send()
  if (answered === 'not-json') return reply.type('text/html').send('<html></html>')
  if (answered === 'truncated') return reply.type('application/json').send('{"errcode":0,"errm')
  if (answered === 'reset') return sendAndReset(reply)
  if ('status' in answered) return reply.code(answered.status).send('')
  if ('gatewayError' in answered) return reply.code(502).send('')
  if ('errorCode' in answered) return reply.send({ errcode: answered.errorCode, errmsg: 'system error' })
  return reply.send(answered.json)
}

/** The wire of api.weixin.qq.com. Like WeChat, it tells its errors in the body, with status 200. */
export function serveHttps(app: FastifyInstance, { tokens, answer }: HttpsOptions): void {
  app.post(TOKEN_PATH, (request, reply) => send(reply, tokens.issue(request.body)))

  app.route<{ Querystring: Record<string, string | undefined> }>({
    method: ['GET', 'POST'],
    url: LOGIN_PATH,
    handler: (request, reply) => send(reply, exchangeCode(request.query)),
  })

  app.get(HTTPS_PATH, (_, reply) => send(reply, failure(43002, 'require POST method')))

  app.post(HTTPS_PATH, async (request, reply) => {
    const { type, img_url: imgUrl, access_token: token } = request.query as Record<string, string | undefined>
    const img = (request.body as Partial<Form> | undefined)?.parts?.get('img')
    const call: OpenapiCall = { api: HTTPS_PATH, wire: 'https', type, imgUrl, ...(img && { img }) }
    return send(reply, tokens.refuse(token) ?? (await answer(call, requestSignal(reply))))
  })
}
