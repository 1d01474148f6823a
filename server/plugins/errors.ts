import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { errorReply } from '../../recognition/answer'
import { describeCause } from '../../recognition/describe-cause'
import { HTTP_STATUS } from '../http-status'

/** What the framework, a plugin or nobody at all throws. */
type Thrown = Error & { readonly statusCode?: number }

const UNFORESEEN = 500

const isForeseen = (thrown: Thrown): boolean =>
  thrown instanceof RecognitionError || (thrown.statusCode ?? UNFORESEEN) < UNFORESEEN

/** Notes what no line of code was prepared for. */
export function logUnforeseen(thrown: Thrown, { log, routeOptions }: FastifyRequest): void {
  if (!isForeseen(thrown)) log.error({ route: routeOptions.url, cause: describeCause(thrown) }, 'unforeseen')
}

/** Every error leaves as the contract's reply; what nobody foresaw says no more than that the service is unavailable. */
export function addErrors(app: FastifyInstance): void {
  app.setErrorHandler((thrown: Thrown, request, reply) => {
    logUnforeseen(thrown, request)
    if (thrown instanceof RecognitionError) return reply.code(HTTP_STATUS[thrown.code]).send(errorReply(thrown))
    const code = isForeseen(thrown) ? 'INVALID_REQUEST' : 'ENGINE_UNAVAILABLE'
    const status = isForeseen(thrown) ? HTTP_STATUS[code] : UNFORESEEN
    return reply.code(status).send(errorReply(new RecognitionError(code)))
  })
  app.setNotFoundHandler(() => {
    throw new RecognitionError('NOT_FOUND')
  })
}
