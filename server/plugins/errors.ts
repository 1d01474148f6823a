import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { errorReply } from '../../recognition/answer'
import { describeCause } from '../../recognition/describe-cause'
import { refuse } from '../refuse'

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
    if (!isForeseen(thrown)) return reply.code(UNFORESEEN).send(errorReply(new RecognitionError('ENGINE_UNAVAILABLE')))
    const error = thrown instanceof RecognitionError ? thrown : new RecognitionError('INVALID_REQUEST')
    return refuse(reply, error.code).send(errorReply(error))
  })
  app.setNotFoundHandler(() => {
    throw new RecognitionError('NOT_FOUND')
  })
}
