import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { answerDatabase, type DatabaseFault, type DatabaseReply } from '../database'
import type { Database } from '../database/collections'
import type { FileStore } from '../files'
import type { Form } from '../multipart'
import type { OpenapiCall, OpenapiReply } from '../openapi/call'
import { requestSignal } from '../request-signal'
import { sendAndReset } from '../send-and-reset'
import { decodeCall, encodeErrorCode, encodeJson } from './protobuf'
import { STORAGE_ACTIONS } from './storage'

interface GatewayOptions {
  readonly files: FileStore
  readonly database: Database
  readonly databaseFault?: DatabaseFault | undefined
  readonly origin: () => string
  readonly answer: (call: OpenapiCall, functionName: string, signal: AbortSignal) => Promise<OpenapiReply>
  readonly warn: (message: string) => void
}

const error = (code: string, message: string) => ({ code, message, requestId: randomUUID() })

function sendOpenapi(reply: FastifyReply, result: OpenapiReply): Promise<FastifyReply> | FastifyReply {
  if (result === 'hang') return new Promise<never>(() => undefined)
  if (result === 'empty') return reply.type('application/octet-stream').send(Buffer.alloc(0))
  if (result === 'not-json') return reply.type('text/html').send('<html></html>')
  if (result === 'truncated') return reply.type('application/octet-stream').send(encodeJson({}).subarray(0, 5))
  if (result === 'reset') return sendAndReset(reply)
  if ('status' in result) return reply.code(result.status).send('')
  if ('gatewayError' in result) return reply.send(error(result.gatewayError.code, result.gatewayError.message))
  const message = 'errorCode' in result ? encodeErrorCode(result.errorCode) : encodeJson(result.json)
  return reply.type('application/octet-stream').send(message)
}

function sendDatabase(reply: FastifyReply, result: DatabaseReply): Promise<FastifyReply> | FastifyReply {
  if (result === 'hang') return new Promise<never>(() => undefined)
  if (result === 'reset') return sendAndReset(reply)
  if ('status' in result) return reply.code(result.status).send('')
  if ('code' in result) return reply.send(error(result.code, result.message))
  return reply.send({ data: result.data, requestId: randomUUID() })
}

/**
 * The endpoint of `wx-server-sdk`, one per cloud function. Openapi calls are multipart forms with a protobuf message,
 * all others JSON; both have an `action`.
 */
export function serveGateway(app: FastifyInstance, options: GatewayOptions): void {
  const { files, database, databaseFault, origin, answer, warn } = options
  app.post<{ Params: { functionName: string } }>('/admin/:functionName', async (request, reply) => {
    const isForm = request.headers['content-type']?.startsWith('multipart/')
    const form = isForm ? (request.body as Form) : undefined
    const params = form ? Object.fromEntries(form.fields) : (request.body as Record<string, unknown>)
    const action = String(params.action)

    if (action === 'wx.openApi' && form) {
      const call = decodeCall(String(params.apiName), form.parts.get('requestData')?.bytes ?? Buffer.alloc(0))
      return sendOpenapi(reply, await answer(call, request.params.functionName, requestSignal(reply)))
    }
    const storage = STORAGE_ACTIONS[action]
    if (storage) return reply.send({ data: storage(params, files, origin()), requestId: randomUUID() })
    const stored = answerDatabase(action, params, { database, fault: databaseFault })
    if (stored) return sendDatabase(reply, stored)

    const message = `The simulated cloud does not support "${action}"`
    warn(message)
    return reply.send(error('INVALID_PARAM', message))
  })
}
