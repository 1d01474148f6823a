import { licenseInReview } from './license-in-review'
import type { FieldKey } from '../../vehicle-license/fields'
import { isObject } from '../../vehicle-license/json'
import { fieldStatuses } from '../../vehicle-license/field-status'
import { allFilesOf, intakeOf, isDraft, licenseOf, type LicenseRecord } from './license-record'
import type { StoredRecord } from './read-record'

/** What is left to do until a record is confirmed. */
export type Left =
  | { readonly kind: 'recognize' }
  | { readonly kind: 'missing'; readonly keys: readonly FieldKey[] }
  | { readonly kind: 'check'; readonly count: number }
  /** Confirmed, and edited since. */
  | { readonly kind: 'edited' }
  | { readonly kind: 'confirm' }

/** What lists show and the search matches. */
export interface Row {
  readonly id: string
  /** ms since 1970, of the confirmation or else the creation */
  readonly at: number
  readonly plate: string
  readonly owner: string
  readonly vin: string
  readonly addr: string
  readonly vehicleType: string
  /** Year, or empty. */
  readonly registered: string
  readonly left?: Left
  readonly isConfirmed: boolean
  /** Paths of all its files. */
  readonly pictures: readonly string[]
  /** Confirmed, but its pictures are not deleted yet. */
  readonly isUnsettled?: true
  readonly isDamaged?: true
}

/** Increase it when rows or the rules that fill them change: older indexes are rebuilt. */
export const ROW_VERSION = 2

export function leftOf(record: LicenseRecord): Left | undefined {
  if (record.confirmed) return isDraft(record) ? { kind: 'edited' } : undefined
  if (intakeOf(record) || record.pictures.some(({ recognition }) => recognition === undefined))
    return { kind: 'recognize' }
  const doubtful = fieldStatuses(licenseInReview(record)).filter(({ reason }) => reason !== undefined)
  const keys = doubtful.flatMap(({ key, reason }) => (reason === 'missing' ? [key] : []))
  if (keys.length > 0) return { kind: 'missing', keys }
  return doubtful.length > 0 ? { kind: 'check', count: doubtful.length } : { kind: 'confirm' }
}

/** Whether its pictures were kept only to undo the confirmation. */
function isUnsettled(record: LicenseRecord): boolean {
  const { confirmed, keepsPictures, pictures } = record
  if (!confirmed || keepsPictures || pictures.length === 0 || isDraft(record)) return false
  return pictures.every(({ recognition }) => recognition !== undefined)
}

export function rowOf({ record, isDamaged }: StoredRecord): Row {
  const license = licenseOf(record)
  const left = leftOf(record)
  return {
    id: record.id,
    at: record.confirmed?.at ?? record.createdAt,
    plate: license.plateNum ?? license.plateNumB ?? '',
    owner: license.owner ?? '',
    vin: license.vin ?? '',
    addr: license.addr ?? '',
    vehicleType: license.vehicleType ?? '',
    registered: /^\d{4}/.exec(license.registerDate ?? '')?.[0] ?? '',
    ...(left && { left }),
    isConfirmed: record.confirmed !== undefined,
    pictures: allFilesOf(record),
    ...(isUnsettled(record) && { isUnsettled: true }),
    ...(isDamaged && { isDamaged: true }),
  }
}

/** Undefined if malformed or of another version. */
export function readIndex(stored: unknown): Row[] | undefined {
  if (!isObject(stored) || stored.version !== ROW_VERSION || !Array.isArray(stored.rows)) return undefined
  return stored.rows.every((row) => isObject(row) && typeof row.id === 'string' && Array.isArray(row.pictures))
    ? (stored.rows as Row[])
    : undefined
}

/** Unfinished records first, then confirmed ones; each newest first. */
export const inOrder = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => Number(isDone(a)) - Number(isDone(b)) || b.at - a.at)

export const isDone = ({ left, isDamaged }: Row): boolean => left === undefined && !isDamaged
