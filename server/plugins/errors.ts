import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { errorReply } from '../../recognition/answer'
import { describeCause } from '../../recognition/describe-cause'
import { refuse } from '../refuse'

type Thrown = Error & { readonly statusCode?: number }

const UNEXPECTED_STATUS = 500

const isExpected = (thrown: Thrown): boolean =>
  thrown instanceof RecognitionError || (thrown.statusCode ?? UNEXPECTED_STATUS) < UNEXPECTED_STATUS

export function logUnexpected(thrown: Thrown, { log, routeOptions }: FastifyRequest): void {
  if (!isExpected(thrown)) log.error({ route: routeOptions.url, cause: describeCause(thrown) }, 'unforeseen')
}

/** Replies to every error in the API's format; an unexpected one only as `ENGINE_UNAVAILABLE`. */
export function addErrors(app: FastifyInstance): void {
  app.setErrorHandler((thrown: Thrown, request, reply) => {
    logUnexpected(thrown, request)
    if (!isExpected(thrown))
      return reply.code(UNEXPECTED_STATUS).send(errorReply(new RecognitionError('ENGINE_UNAVAILABLE')))
    const error = thrown instanceof RecognitionError ? thrown : new RecognitionError('INVALID_REQUEST')
    return refuse(reply, error.code).send(errorReply(error))
  })
  app.setNotFoundHandler(() => {
    throw new RecognitionError('NOT_FOUND')
  })
}
