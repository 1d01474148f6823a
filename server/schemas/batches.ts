import { Type } from 'typebox'
import { MAX_PICTURES, type PictureResult } from '../batches/batch'
import { Failed, Recognized } from './reply'

export const BatchId = Type.Object({ id: Type.String({ format: 'uuid' }) })

/** An integer from 0 to 500, as a pattern: the validator reads the integer `1e999` as infinity, past any bound. */
export const After = Type.Optional(
  Type.String({
    pattern: '^(?:[1-4]?\\d?\\d|500)$',
    description: 'Number of results that the caller has, 0 to 500',
  }),
)

/** Only for the docs: the form is read part by part. */
export const BatchForm = Type.Object({
  type: Type.Union([Type.Literal('photo'), Type.Literal('scan')], { description: 'Must precede the pictures' }),
  image: Type.Array(Type.String({ format: 'binary', description: 'A picture, ≤ 2 MB' }), {
    minItems: 1,
    maxItems: MAX_PICTURES,
  }),
})

export const Accepted = Type.Object({ id: Type.String({ format: 'uuid' }), total: Type.Integer() })

const Result = Type.Unsafe<PictureResult>(
  Type.Object({
    index: Type.Integer({ description: 'The picture’s position in the form, from 0' }),
    ms: Type.Integer({ description: 'Duration of the recognition, in ms' }),
    reply: Type.Union([Recognized, Failed]),
  }),
)

export const BatchState = Type.Object({
  id: Type.String(),
  total: Type.Integer({ description: 'Pictures in the batch' }),
  done: Type.Integer({ description: 'Pictures answered, failures included' }),
  workers: Type.Integer({ description: 'Current workers; without one, nothing progresses' }),
  results: Type.Array(Result, { description: 'In order of completion' }),
})
