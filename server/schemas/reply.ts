import { type TSchema, Type } from 'typebox'
import { ERRORS } from '../../miniprogram/vehicle-license/errors'
import { type Field, FIELDS } from '../../miniprogram/vehicle-license/fields'
import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { bilingual } from '../../miniprogram/strings'
import { WARNINGS } from '../../miniprogram/vehicle-license/warnings'

const ofFields = (schema: (field: Field) => TSchema) =>
  Type.Object(Object.fromEntries(FIELDS.map((field) => [field.key, Type.Optional(schema(field))])))

const Point = Type.Object({ x: Type.Number(), y: Type.Number() }, { description: 'px from the top left' })
const Quad = Type.Array(Point, { minItems: 4, maxItems: 4, description: 'Corners in reading order' })
const Count = Type.Object({ used: Type.Integer(), limit: Type.Integer() })

const Warnings = Type.Array(Type.String({ enum: Object.keys(WARNINGS) }), {
  description: 'Problems with the picture',
})

const Recognition = Type.Object({
  license: ofFields(({ label }) => Type.String({ description: bilingual(label) })),
  evidence: Type.Optional(
    ofFields(() => Type.Object({ confidence: Type.Number({ minimum: 0, maximum: 1 }), box: Quad })),
  ),
  cards: Type.Object({ main: Type.Optional(Quad), duplicate: Type.Optional(Quad) }),
  imageSize: Type.Optional(Type.Object({ width: Type.Number(), height: Type.Number() }, { description: 'px' })),
  warnings: Type.Optional(Warnings),
})

/** A successful reply. */
export const Recognized = Type.Unsafe<Extract<RecognizeReply, { ok: true }>>(
  Type.Object({
    ok: Type.Literal(true),
    recognition: Recognition,
    engine: Type.Optional(Type.Union([Type.Literal('wechat'), Type.Literal('embedded')])),
    quota: Type.Optional(Type.Object({ ...Count.properties, person: Type.Optional(Count) })),
  }),
)

/** A failed reply. */
export const Failed = Type.Unsafe<Extract<RecognizeReply, { ok: false }>>(
  Type.Object({
    ok: Type.Literal(false),
    error: Type.Object({
      code: Type.String({ enum: Object.keys(ERRORS) }),
      message: Type.String({ description: 'For users, Chinese first' }),
      retryable: Type.Boolean({ description: 'Whether the same request may succeed later' }),
      wechatCode: Type.Optional(Type.Integer()),
    }),
  }),
)

/** Failures have the same format on every route. */
export const FAILURES = { '4xx': Failed, '5xx': Failed }
