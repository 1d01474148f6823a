import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { createPersonHash } from '../../recognition/person'
import { perAddress } from '../plugins/rate-limit'
import { requestSignal } from '../request-signal'
import { FAILURES } from '../schemas/reply'
import { deriveKey } from '../tokens/keys'
import { exchangeCode } from '../wechat/login'

/** Per IP address, which many phones of a mobile network share. */
const MAX_PER_MINUTE = 60

const schema = {
  summary: 'Open a session 登录',
  tags: ['session'],
  body: Type.Object({
    code: Type.String({ minLength: 1, maxLength: 256, description: 'From wx.login: valid once, for five minutes' }),
  }),
  response: {
    200: Type.Object({
      session: Type.String({ description: 'For the header Authorization: Bearer SESSION' }),
      expiresInS: Type.Integer({ description: 'seconds' }),
    }),
    ...FAILURES,
  },
}

/** `POST /login`: exchanges a code of `wx.login` for a session that identifies a person by keyed hash only. */
// eslint-disable-next-line @typescript-eslint/require-await -- Fastify wants it so.
export const loginRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { wechat, sessionSecret } = app.services.config
  const personHash = createPersonHash(deriveKey(sessionSecret, 'person'))

  app.post('/login', { schema, config: { rateLimit: perAddress(MAX_PER_MINUTE) } }, async (request, reply) => {
    if (!wechat) throw new RecognitionError('NOT_AUTHORIZED')
    const openid = await exchangeCode(wechat, request.body.code, requestSignal(reply))
    return { session: app.sessions.issue(personHash(openid)), expiresInS: app.sessions.expiresInS }
  })
}
