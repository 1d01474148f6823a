import type { FastifyInstance, FastifyReply } from 'fastify'
import { HTTPS_PATH, LOGIN_PATH, TOKEN_PATH } from '../../../recognition/wechat/api'
import { requestSignal } from '../request-signal'
import { sendAndReset } from '../send-and-reset'
import type { Form } from '../multipart'
import { failure, type OpenapiCall, type OpenapiReply } from './call'
import { exchangeCode } from './login'
import type { Tokens } from './tokens'

interface HttpsOptions {
  readonly tokens: Tokens
  readonly answer: (call: OpenapiCall, signal: AbortSignal) => Promise<OpenapiReply>
}

async function send(reply: FastifyReply, result: OpenapiReply): Promise<FastifyReply> {
  if (result === 'hang') return new Promise<never>(() => undefined)
  if (result === 'empty') return reply.send()
  if (result === 'not-json') return reply.type('text/html').send('<html></html>')
  if (result === 'truncated') return reply.type('application/json').send('{"errcode":0,"errm')
  if (result === 'reset') return sendAndReset(reply)
  if ('status' in result) return reply.code(result.status).send('')
  if ('gatewayError' in result) return reply.code(502).send('')
  if ('errorCode' in result) return reply.send({ errcode: result.errorCode, errmsg: 'system error' })
  return reply.send(result.json)
}

/** The API of api.weixin.qq.com; like WeChat's, it reports errors in the body with status 200. */
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
