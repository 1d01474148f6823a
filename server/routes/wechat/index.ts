import type { FastifyPluginAsync } from 'fastify'
import { logUnforeseen } from '../../plugins/errors'
import { encodeError } from '../../wechat/replies'
import { drivingRoutes } from './driving'
import { tokenRoutes } from './tokens'

/** WeChat's own wire. Like WeChat, it tells its errors in the body, with status 200, and reads any body as JSON. */
export const wechatRoutes: FastifyPluginAsync = async (app) => {
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    logUnforeseen(error, request)
    return reply.code(200).send(encodeError(error))
  })
  await app.register(tokenRoutes)
  await app.register(drivingRoutes)
}
