import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { FastifyRequest } from 'fastify'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { type Batches, createBatches } from '../batches'
import { accept, FORM_LIMITS } from '../batches/accept'
import type { Batch } from '../batches/batch'
import { events } from '../batches/events'
import { createStreams } from '../batches/streams'
import { isCutOff } from '../cut-off'
import { Accepted, After, BatchForm, BatchId, BatchState } from '../schemas/batches'
import { FAILURES } from '../schemas/reply'

const common = { tags: ['batches'], security: [{ bearer: [] }] }
const EventStream = Type.Unsafe<Readable>(Type.String({ description: 'text/event-stream' }))

const SCHEMAS = {
  send: {
    ...common,
    summary: 'Send up to 500 pictures 批量识别',
    consumes: ['multipart/form-data'],
    body: BatchForm,
    response: { 202: Accepted, ...FAILURES },
  },
  read: {
    ...common,
    summary: 'Progress and results so far of a batch',
    params: BatchId,
    querystring: Type.Object({ after: After }),
    response: { 200: BatchState, ...FAILURES },
  },
  follow: {
    ...common,
    summary: 'The same as server-sent events: progress, result, done',
    params: BatchId,
    headers: Type.Object({ 'last-event-id': After }),
    produces: ['text/event-stream'],
    response: { 200: EventStream, ...FAILURES },
  },
}

/** Batches of pictures, recognized by workers. */
// eslint-disable-next-line @typescript-eslint/require-await -- Fastify wants it so.
export const batchRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { redis, config, log } = app.services
  const batches = redis && createBatches(redis, config, log)
  const streams = createStreams()
  app.addHook('preClose', () => streams.closeAll())
  app.addHook('onClose', () => batches?.queue.close())
  app.addHook('onRequest', app.requireCaller)

  function requireBatches(): Batches {
    if (!batches) throw new RecognitionError('BATCHES_UNAVAILABLE')
    return batches
  }

  /** Another person's batch is `NOT_FOUND`. */
  async function findOwn({ caller }: FastifyRequest, id: string): Promise<Batch> {
    const batch = await requireBatches().store.find(id)
    if (batch?.person !== caller.person) throw new RecognitionError('NOT_FOUND')
    return batch
  }

  app.post('/batches', { schema: SCHEMAS.send, validatorCompiler: () => () => true }, async (request, reply) => {
    try {
      const batches = requireBatches()
      const bytes = Number(request.headers['content-length'] ?? 0)
      const accepted = await accept(request.parts({ limits: FORM_LIMITS }), request.caller, bytes, batches)
      return await reply.code(202).send(accepted)
    } catch (cause) {
      if (isCutOff(request)) throw new RecognitionError('CANCELLED', { cause })
      // Drains the rest of the request, because the client reads the reply only after sending it.
      request.raw.unpipe().resume()
      throw cause
    }
  })

  app.get('/batches/:id', { schema: SCHEMAS.read }, async (request) => {
    const { store, queue } = requireBatches()
    const { id } = request.params
    const after = Number(request.query.after ?? 0)
    const batch = await findOwn(request, id)
    const [results, workers] = await Promise.all([store.results(id, after), queue.countWorkers()])
    // Keeps `done` consistent with results that arrived in between.
    const done = results.length > 0 ? after + results.length : batch.done
    return { id, total: batch.total, done, workers, results }
  })

  // HEAD would run the whole stream.
  app.get('/batches/:id/events', { schema: SCHEMAS.follow, exposeHeadRoute: false }, async (request, reply) => {
    const { id } = request.params
    await findOwn(request, id)
    if (reply.raw.destroyed) throw new RecognitionError('CANCELLED')
    const open = streams.open(request.caller.person)
    reply.raw.once('close', () => streams.close(open))
    const after = Number(request.headers['last-event-id'] ?? 0)
    const stream = Readable.from(events(requireBatches(), id, after, open.signal), { objectMode: false })
    return (
      reply
        .type('text/event-stream')
        // Disables buffering in nginx.
        .header('x-accel-buffering', 'no')
        // No keep-alive, so that shutdown does not wait for the connection.
        .header('connection', 'close')
        .send(stream)
    )
  })
}
