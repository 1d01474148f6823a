import { Type } from 'typebox'
import type { PictureResult } from '../batches/batch'
import { MAX_PICTURES } from '../batches/batch'
import { Failed, Recognized } from './reply'

export const BatchId = Type.Object({ id: Type.String({ format: 'uuid' }) })

/**
 * A whole number from 0 to 500, by its digits: as an integer the validator would take `1e999` for infinite, and no bound
 * holds for that.
 */
export const After = Type.Optional(
  Type.String({
    pattern: '^(?:[1-4]?\\d?\\d|500)$',
    description: 'Results that the caller has already, 0 to 500',
  }),
)

/** For the documentation: the form is read part by part as it comes. */
export const BatchForm = Type.Object({
  type: Type.Union([Type.Literal('photo'), Type.Literal('scan')], { description: 'Comes before the pictures' }),
  image: Type.Array(Type.String({ format: 'binary', description: 'A picture, ≤ 2 MB' }), {
    minItems: 1,
    maxItems: MAX_PICTURES,
  }),
})

export const Accepted = Type.Object({ id: Type.String({ format: 'uuid' }), total: Type.Integer() })

const Result = Type.Unsafe<PictureResult>(
  Type.Object({
    index: Type.Integer({ description: 'The picture’s place in the form, from 0' }),
    ms: Type.Integer({ description: 'ms that its recognition took' }),
    reply: Type.Union([Recognized, Failed]),
  }),
)

export const BatchState = Type.Object({
  id: Type.String(),
  total: Type.Integer({ description: 'Pictures in the batch' }),
  done: Type.Integer({ description: 'Pictures answered, well or badly' }),
  workers: Type.Integer({ description: 'Workers that there are now: while there are none, nothing moves' }),
  results: Type.Array(Result, { description: 'In the order in which they were answered' }),
})
