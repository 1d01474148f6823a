import type { FastifyError, FastifyInstance } from 'fastify'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { errorReply } from '../../recognition/answer'
import { describeCause } from '../../recognition/describe-cause'
import { HTTP_STATUS } from '../http-status'

const TOO_LARGE = 413
const UNFORESEEN = 500

/** What the framework and its plugins refuse, in a word of the closed list. */
function toListed({ statusCode = UNFORESEEN }: FastifyError): RecognitionError {
  if (statusCode === TOO_LARGE) return new RecognitionError('IMAGE_TOO_LARGE')
  return new RecognitionError(statusCode < UNFORESEEN ? 'INVALID_REQUEST' : 'ENGINE_UNAVAILABLE')
}

/** Every error leaves as the contract's reply. What nobody foresaw is logged, and says no more than that. */
export function addErrors(app: FastifyInstance): void {
  app.setErrorHandler((thrown: FastifyError | RecognitionError, request, reply) => {
    if (thrown instanceof RecognitionError) return reply.code(HTTP_STATUS[thrown.code]).send(errorReply(thrown))
    const error = toListed(thrown)
    const isUnforeseen = error.code === 'ENGINE_UNAVAILABLE'
    if (isUnforeseen) {
      request.log.error({ route: request.routeOptions.url, cause: describeCause(thrown) }, 'unforeseen')
    }
    return reply.code(isUnforeseen ? UNFORESEEN : HTTP_STATUS[error.code]).send(errorReply(error))
  })
  app.setNotFoundHandler((_, reply) =>
    reply.code(HTTP_STATUS.NOT_FOUND).send(errorReply(new RecognitionError('NOT_FOUND'))),
  )
}
