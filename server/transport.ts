import type { Socket } from 'node:net'
import type { FastifyReply } from 'fastify'
import { LogController } from 'fastify'
import { type ErrorCode, RecognitionError } from '../miniprogram/vehicle-license/errors'
import { errorReply } from '../recognition/answer'

/** ms after which a slow client is cut off */
export interface Timeouts {
  /** To send its headers. */
  readonly headersMs: number
  /** To send its request, picture included. */
  readonly requestMs: number
  /** How often clients are looked at. */
  readonly lookMs: number
}

/** A minute for 2 MB: 270 kbit/s. */
export const USUAL_TIMEOUTS: Timeouts = { headersMs: 10_000, requestMs: 60_000, lookMs: 2_000 }

/** Bytes of a body that is no picture. */
const MAX_BODY_BYTES = 64 * 1024

const textOf = (code: ErrorCode): string => JSON.stringify(errorReply(new RecognitionError(code)))

/** ms to read the last answer in; then the connection ends, whether the client closes its half of it or not. */
const LINGER_MS = 1_000

/**
 * Answers in HTTP by hand, as to what was no HTTP there is no reply to write to, and lets go of the connection: a client
 * that never closes its half would hold a descriptor for good.
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

/** How the server deals with connections, and with what comes over them that is no request of its routes. */
export const transport = ({ headersMs, requestMs, lookMs }: Timeouts) => ({
  // A line for each recognition is logged by the recognizer; addresses have tokens in their queries.
  logController: new LogController({ disableRequestLogging: true }),
  bodyLimit: MAX_BODY_BYTES,
  requestTimeout: requestMs,
  // Without a Host header Node would answer by itself, in no words of the contract.
  http: { headersTimeout: headersMs, connectionsCheckingInterval: lookMs, requireHostHeader: false },
  // What still comes in over an open connection while the server ends is served: its connection is closed after it.
  return503OnClosing: false,
  clientErrorHandler: refuse,
  frameworkErrors: (_error: Error, _request: unknown, reply: FastifyReply) => {
    void reply.code(400).type('application/json; charset=utf-8').send(textOf('INVALID_REQUEST'))
  },
})
