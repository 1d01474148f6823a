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

export interface GatewayOptions {
  readonly files: FileStore
  readonly database: Database
  readonly databaseFault?: DatabaseFault | undefined
  readonly origin: () => string
  readonly answer: (call: OpenapiCall, functionName: string, signal: AbortSignal) => Promise<OpenapiReply>
  readonly warn: (message: string) => void
}

const error = (code: string, message: string) => ({ code, message, requestId: randomUUID() })

function sendOpenapi(reply: FastifyReply, answered: OpenapiReply): Promise<FastifyReply> | FastifyReply {
  if (answered === 'hang') return new Promise<never>(() => undefined)
  if (answered === 'empty') return reply.type('application/octet-stream').send(Buffer.alloc(0))
  if (answered === 'not-json') return reply.type('text/html').send('<html></html>')
  if (answered === 'truncated') return reply.type('application/octet-stream').send(encodeJson({}).subarray(0, 5))
  if (answered === 'reset') return sendAndReset(reply)
  if ('status' in answered) return reply.code(answered.status).send('')
  if ('gatewayError' in answered) return reply.send(error(answered.gatewayError.code, answered.gatewayError.message))
  const message = 'errorCode' in answered ? encodeErrorCode(answered.errorCode) : encodeJson(answered.json)
  return reply.type('application/octet-stream').send(message)
}

function sendDatabase(reply: FastifyReply, answered: DatabaseReply): Promise<FastifyReply> | FastifyReply {
  if (answered === 'hang') return new Promise<never>(() => undefined)
  if (answered === 'reset') return sendAndReset(reply)
  if ('status' in answered) return reply.code(answered.status).send('')
  if ('code' in answered) return reply.send(error(answered.code, answered.message))
  return reply.send({ data: answered.data, requestId: randomUUID() })
}

/**
 * The endpoint that `wx-server-sdk` talks to, one for each cloud function. Calls of the openapi come as
 * multipart forms around a protobuf message, all else as JSON; both say in `action` what they want.
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

    const message = `The simulated cloud has no "${action}"`
    warn(message)
    return reply.send(error('INVALID_PARAM', message))
  })
}
