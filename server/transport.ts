import type { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'
import { LogController } from 'fastify'
import { type ErrorCode, RecognitionError } from '../miniprogram/vehicle-license/errors'
import { errorReply } from '../recognition/answer'

/** Timeouts for slow clients, in ms. */
export interface Timeouts {
  readonly headersMs: number
  /** For the whole request, picture included. */
  readonly requestMs: number
  /** Between checks. */
  readonly checkMs: number
}

/** A minute for 2 MB: 270 kbit/s. */
export const DEFAULT_TIMEOUTS: Timeouts = { headersMs: 10_000, requestMs: 60_000, checkMs: 2_000 }

/** For bodies without a picture. */
const MAX_BODY_BYTES = 64 * 1024

const textOf = (code: ErrorCode): string => JSON.stringify(errorReply(new RecognitionError(code)))

/** ms that a client has to read the reply before its connection is closed */
const LINGER_MS = 1_000

/**
 * Replies to invalid HTTP, for which there is no reply object, and closes the connection, so that a client that keeps
 * its side open does not hold a file descriptor.
 */
function refuse(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
  const body = textOf(isLate ? 'TIMEOUT' : 'INVALID_REQUEST')
  const head = [
    `HTTP/1.1 ${isLate ? '408 Request Timeout' : '400 Bad Request'}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}

/** Fastify options for connections and invalid requests. */
export const transport = ({ headersMs, requestMs, checkMs }: Timeouts) => ({
  // The recognizer logs each recognition; URLs may contain tokens.
  logController: new LogController({ disableRequestLogging: true }),
  bodyLimit: MAX_BODY_BYTES,
  requestTimeout: requestMs,
  // Node would reject a missing Host header outside the API's error format.
  http: { headersTimeout: headersMs, connectionsCheckingInterval: checkMs, requireHostHeader: false },
  // During shutdown, requests on open connections are still served.
  return503OnClosing: false,
  clientErrorHandler: refuse,
  frameworkErrors: (_error: Error, _request: unknown, reply: FastifyReply) => {
    void reply.code(400).type('application/json; charset=utf-8').send(textOf('INVALID_REQUEST'))
  },
})
