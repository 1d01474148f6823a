import { type Text, text } from '../strings/index'
import { type Field, type FieldKey, FIELDS, type VehicleLicense } from './fields'
import { review, type Review } from './review'

/**
 * Below this confidence a person is asked to look. On 32 drawn licenses, half of them hard to read, the embedded engine
 * gave 14 of 100 values with less, and a quarter of these were wrong; of 371 given with more, 1 was. With 0.7 it would ask
 * for 10 of 100 and miss 4 wrong ones; with 0.95, for 29 and miss none.
 */
export const SURE = 0.85

/** Why a person should look at a field: it breaks a rule, the engine is not sure of it, or it is missing. */
export type Reason = 'broken' | 'unsure' | 'missing'

/** How one field of a license stands. */
export interface Standing {
  readonly key: FieldKey
  /** Empty where there is none. */
  readonly value: string
  readonly reason?: Reason
  /** The reason in words. */
  readonly problem?: Text
  /** Whether a person changed what was read; of a license filled in by hand, nothing was. */
  readonly isEdited: boolean
}

/** What is known of a license on its way. */
export interface Known {
  readonly license: VehicleLicense
  /** As it was read. */
  readonly read: VehicleLicense
  /** Values that a person typed; nothing but a rule doubts them. */
  readonly typed: VehicleLicense
  /** Values that a person vouched for; nothing doubts them. An empty one: the license has none. */
  readonly accepted: VehicleLicense
  /** 0..1, of values that were read, as far as the engine says. */
  readonly confidence: Partial<Record<FieldKey, number>>
  /** What speaks against values that were read, besides the rules. */
  readonly doubts: Review
  /** Fields that should have been read: their page is in a picture, and the engine reads them. */
  readonly expected: ReadonlySet<FieldKey>
}

const MISSING = text(({ checks }) => checks.missing)
const UNSURE = text(({ checks }) => checks.unsure)

/** The fields of a table, as far as a license without them cannot be right. */
const isNeeded = ({ key, presence }: Field, expected: ReadonlySet<FieldKey>): boolean =>
  presence === 'essential' || (presence === 'usual' && expected.has(key))

function reasonFor(field: Field, known: Known, broken: Review): Pick<Standing, 'reason' | 'problem'> {
  const { key } = field
  const { license, typed, accepted, confidence, doubts, expected } = known
  const value = license[key] ?? ''
  if (accepted[key] === value) return {}
  if (value === '') return isNeeded(field, expected) ? { reason: 'missing', problem: MISSING } : {}
  const rule = broken[key] ?? (key in typed ? undefined : doubts[key])
  if (rule) return { reason: 'broken', problem: rule }
  const isUnsure = !(key in typed) && (confidence[key] ?? 1) < SURE
  return isUnsure ? { reason: 'unsure', problem: UNSURE } : {}
}

/** How every field stands, in the order of the table. */
export function standings(known: Known, today = new Date()): Standing[] {
  const { license, read, typed } = known
  const broken = review(license, today)
  const wasRead = Object.keys(read).length > 0
  return FIELDS.map((field) => {
    const { key } = field
    const value = license[key] ?? ''
    const isEdited = wasRead && key in typed && value !== (read[key] ?? '')
    return { key, value, isEdited, ...reasonFor(field, known, broken) }
  })
}
