import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { TOKEN_PATH } from '../../../recognition/wechat/api'
import { limitGuesses } from '../../plugins/rate-limit'
import { refuseClient } from '../../wechat/credentials'
import { REFUSALS } from '../../wechat/replies'
import { WechatReply } from './reply'

const MAX_PER_MINUTE = 60

const Credentials = Type.Object({
  grant_type: Type.Optional(Type.String({ description: 'client_credential' })),
  appid: Type.Optional(Type.String({ description: 'ID of API_CLIENTS' })),
  secret: Type.Optional(Type.String()),
})
const about = {
  summary: 'Access token for a WeChat client, compatible with WeChat’s API',
  tags: ['wechat'],
  response: { 200: WechatReply },
}

function parseJson(body: unknown): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.isBuffer(body) ? body.toString() : '')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** Access tokens for API_CLIENTS, by both of WeChat's token APIs. */
// eslint-disable-next-line @typescript-eslint/require-await -- Fastify wants it so.
export const tokenRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { apiClients } = app.services.config
  const { accessTokens } = app
  const onRequest = limitGuesses(app, MAX_PER_MINUTE)

  function issue(request: Readonly<Record<string, unknown>>): object {
    const refusal = refuseClient(apiClients, request)
    if (refusal) return refusal
    return { access_token: accessTokens.issue(String(request.appid)), expires_in: accessTokens.expiresInS }
  }

  app.route({
    method: ['GET', 'POST'],
    url: '/cgi-bin/token',
    onRequest,
    schema: { ...about, querystring: Credentials },
    handler: ({ query }) => issue(query),
  })

  app.post(TOKEN_PATH, { onRequest, schema: about }, ({ body }) => {
    const request = parseJson(body)
    return request ? issue(request) : REFUSALS.notJson
  })
}
