import type { FastifyPluginAsync } from 'fastify'
import { logUnexpected } from '../../plugins/errors'
import { encodeError } from '../../wechat/replies'
import { drivingRoutes } from './driving'
import { tokenRoutes } from './tokens'

/** WeChat's API. Like WeChat, it reports errors with status 200 and parses any body as JSON. */
export const wechatRoutes: FastifyPluginAsync = async (app) => {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    logUnexpected(error, request)
    return reply.code(200).send(encodeError(error))
  })
  await app.register(tokenRoutes)
  await app.register(drivingRoutes)
}
