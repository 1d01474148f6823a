import { type Text, text } from '../strings/index'
import { type Field, type FieldKey, FIELDS, type VehicleLicense } from './fields'
import { review, type Review } from './review'

/**
 * A person is asked to check values below this confidence. On 32 drawn licenses, half of them hard, 14 % of the embedded
 * engine's values were below, a quarter of them wrong; of 371 above, 1 was. 0.7: 10 % and 4 missed; 0.95: 29 % and none.
 */
export const MIN_CONFIDENCE = 0.85

/** Why a person should check a field: it breaks a rule, has a low confidence, or is missing. */
export type Reason = 'broken' | 'unsure' | 'missing'

export interface FieldStatus {
  readonly key: FieldKey
  /** Empty if missing. */
  readonly value: string
  readonly reason?: Reason
  /** The reason, for the person. */
  readonly problem?: Text
  /** Whether a person changed a value that was read. False for a license filled in by hand. */
  readonly isEdited: boolean
}

/** A license between recognition and confirmation. */
export interface LicenseInReview {
  readonly license: VehicleLicense
  /** As recognized. */
  readonly read: VehicleLicense
  /** Typed by a person: only rules can flag them. */
  readonly typed: VehicleLicense
  /** Confirmed by a person: nothing flags them. Empty: the license has no value. */
  readonly accepted: VehicleLicense
  /** 0..1, of recognized values; engines may leave it out. */
  readonly confidence: Partial<Record<FieldKey, number>>
  /** Problems of recognized values that the rules do not cover. */
  readonly doubts: Review
  /** Fields the engine should have found: it reads them, and a picture shows their page. */
  readonly expected: ReadonlySet<FieldKey>
}

const MISSING = text(({ checks }) => checks.missing)
const UNSURE = text(({ checks }) => checks.unsure)

const isNeeded = ({ key, presence }: Field, expected: ReadonlySet<FieldKey>): boolean =>
  presence === 'essential' || (presence === 'usual' && expected.has(key))

function reasonFor(field: Field, known: LicenseInReview, broken: Review): Pick<FieldStatus, 'reason' | 'problem'> {
  const { key } = field
  const { license, typed, accepted, confidence, doubts, expected } = known
  const value = license[key] ?? ''
  if (accepted[key] === value) return {}
  if (value === '') return isNeeded(field, expected) ? { reason: 'missing', problem: MISSING } : {}
  const rule = broken[key] ?? (key in typed ? undefined : doubts[key])
  if (rule) return { reason: 'broken', problem: rule }
  const isUnsure = !(key in typed) && (confidence[key] ?? 1) < MIN_CONFIDENCE
  return isUnsure ? { reason: 'unsure', problem: UNSURE } : {}
}

/** In the order of `FIELDS`. */
export function fieldStatuses(known: LicenseInReview, today = new Date()): FieldStatus[] {
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
