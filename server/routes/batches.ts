import { Readable } from 'node:stream'
import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { accept, FORM_LIMITS } from '../batches/accept'
import type { Batch } from '../batches/batch'
import { events } from '../batches/events'
import { type Batches, createBatches } from '../batches'

/** Seconds after which a place may be free again. */
const RETRY_AFTER_S = 5

const PARAMS = Type.Object({ id: Type.String({ format: 'uuid' }) })
const AFTER = Type.Integer({ minimum: 0, description: 'Results that the caller has already' })

/** Many pictures at once, read by workers on any number of machines. */
export async function batchRoutes(plain: FastifyInstance): Promise<void> {
  const app = plain.withTypeProvider<TypeBoxTypeProvider>()
  const { redis, config, log } = app.services
  const batches = redis && createBatches(redis, config, log)
  const closing = new AbortController()
  app.addHook('preClose', () => closing.abort())
  app.addHook('onClose', () => batches?.queue.close())
  app.addHook('preHandler', app.requireCaller)
  if (!app.hasContentTypeParser('multipart/form-data')) await app.register(multipart)

  function requireBatches(): Batches {
    if (!batches) throw new RecognitionError('BATCHES_UNAVAILABLE')
    return batches
  }

  /** Nobody is told of another's batch, not even that there is one. */
  async function findOwn({ caller }: FastifyRequest, id: string): Promise<Batch> {
    const batch = await requireBatches().store.find(id)
    if (batch?.person !== caller.person) throw new RecognitionError('NOT_FOUND')
    return batch
  }

  app.post('/batches', async (request, reply) => {
    const parts = request.parts({ limits: FORM_LIMITS })
    try {
      const bytes = Number(request.headers['content-length'] ?? 0)
      const accepted = await accept(parts, request.caller, bytes, requireBatches())
      return await reply.code(202).send(accepted)
    } catch (error) {
      // What is still on its way is let through, or who sends it would never read why it was refused.
      request.raw.unpipe().resume()
      if (error instanceof RecognitionError && error.code === 'ENGINE_BUSY') reply.header('retry-after', RETRY_AFTER_S)
      throw error
    }
  })

  app.get(
    '/batches/:id',
    { schema: { params: PARAMS, querystring: Type.Object({ after: Type.Optional(AFTER) }) } },
    async (request) => {
      const { store, queue } = requireBatches()
      const { id } = request.params
      const { total } = await findOwn(request, id)
      const { after = 0 } = request.query
      const [results, workers] = await Promise.all([store.results(id, after), queue.countWorkers()])
      return { id, total, done: after + results.length, workers, results }
    },
  )

  app.get(
    '/batches/:id/events',
    { schema: { params: PARAMS, headers: Type.Object({ 'last-event-id': Type.Optional(AFTER) }) } },
    async (request, reply) => {
      const { id } = request.params
      await findOwn(request, id)
      const after = request.headers['last-event-id'] ?? 0
      return reply
        .type('text/event-stream')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(Readable.from(events(requireBatches(), id, after, closing.signal), { objectMode: false }))
    },
  )
}
