import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { readForm } from '../form'
import { refuse } from '../refuse'
import { requestSignal } from '../request-signal'
import { FAILURES, Recognized } from '../schemas/reply'

const FIELDS = {
  type: Type.Union([Type.Literal('photo'), Type.Literal('scan')], {
    description: 'A photo with surroundings, or a flat scan that fills the picture',
  }),
  idempotencyKey: Type.Optional(
    Type.String({ maxLength: 64, description: 'A new key has the same picture recognized again' }),
  ),
}
const fields = Compile(Type.Object(FIELDS))
const image = Type.String({ format: 'binary', description: 'JPEG or PNG (with the embedded engine also WebP), ≤ 2 MB' })

const schema = {
  summary: 'Recognize a vehicle license 识别行驶证',
  tags: ['recognition'],
  security: [{ bearer: [] }],
  consumes: ['multipart/form-data'],
  body: Type.Object({ image, ...FIELDS }),
  response: { 200: Recognized, ...FAILURES },
}

/** `POST /vehicle-license` */
// eslint-disable-next-line @typescript-eslint/require-await -- Fastify wants it so.
export const vehicleLicenseRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { recognizer, config } = app.services
  app.post(
    '/vehicle-license',
    // The handler reads and validates the form; its schema is only for the docs.
    { schema, onRequest: app.requireCaller, validatorCompiler: () => () => true },
    async (request, reply) => {
      const signal = requestSignal(reply)
      const form = await readForm(request, ['image'])
      if (!fields.Check(form.fields) || !form.file) throw new RecognitionError('INVALID_REQUEST')
      const { type, idempotencyKey } = form.fields
      const image = { bytes: form.file }

      const answer = await recognizer.recognize({
        ...request.caller,
        type,
        ...(idempotencyKey !== undefined && { idempotencyKey }),
        budgetMs: config.requestBudgetMs,
        signal,
        load: () => Promise.resolve(image),
      })
      return answer.ok ? answer : refuse(reply, answer.error.code).send(answer)
    },
  )
}
