import { knownOf } from './known'
import type { FieldKey } from '../../vehicle-license/fields'
import { isObject } from '../../vehicle-license/json'
import { fieldStatuses } from '../../vehicle-license/field-status'
import { allFilesOf, intakeOf, isDraft, licenseOf, type LicenseRecord } from './license-record'
import type { StoredRecord } from './read-record'

/** What is left to do until a record is confirmed; the first that applies. */
export type Left =
  | { readonly kind: 'recognize' }
  | { readonly kind: 'missing'; readonly keys: readonly FieldKey[] }
  | { readonly kind: 'check'; readonly count: number }
  /** It was confirmed, and edited since. */
  | { readonly kind: 'edited' }
  | { readonly kind: 'confirm' }

/** What lists show of a record, and what it is found by. */
export interface Row {
  readonly id: string
  /** ms since 1970: when it was confirmed, or else made */
  readonly at: number
  readonly plate: string
  readonly owner: string
  readonly vin: string
  readonly addr: string
  readonly vehicleType: string
  /** Year of the registration, empty where it was not read. */
  readonly registered: string
  /** Absent where nothing is left to do. */
  readonly left?: Left
  readonly isConfirmed: boolean
  /** Paths of its pictures, and of what they were made of. */
  readonly pictures: readonly string[]
  /** A confirmed one whose pictures are still to be dropped. */
  readonly isUnsettled?: true
  readonly isDamaged?: true
}

/** To be raised whenever rows, or the rules that fill them, change: indices of before are made anew. */
export const ROW_VERSION = 2

export function leftOf(record: LicenseRecord): Left | undefined {
  if (record.confirmed) return isDraft(record) ? { kind: 'edited' } : undefined
  if (intakeOf(record) || record.pictures.some(({ recognition }) => recognition === undefined))
    return { kind: 'recognize' }
  const doubtful = fieldStatuses(knownOf(record)).filter(({ reason }) => reason !== undefined)
  const keys = doubtful.flatMap(({ key, reason }) => (reason === 'missing' ? [key] : []))
  if (keys.length > 0) return { kind: 'missing', keys }
  return doubtful.length > 0 ? { kind: 'check', count: doubtful.length } : { kind: 'confirm' }
}

/** Whether its pictures were only kept for the undo of confirming it: nothing was read in them since. */
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

/** Rows of an index as it was kept; nothing where it is none of this version. */
export function readIndex(kept: unknown): Row[] | undefined {
  if (!isObject(kept) || kept.version !== ROW_VERSION || !Array.isArray(kept.rows)) return undefined
  return kept.rows.every((row) => isObject(row) && typeof row.id === 'string' && Array.isArray(row.pictures))
    ? (kept.rows as Row[])
    : undefined
}

/** What is still to do first, then what is confirmed; each newest first. */
export const inOrder = (rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => Number(isDone(a)) - Number(isDone(b)) || b.at - a.at)

/** Whether there is nothing left to do about it. */
export const isDone = ({ left, isDamaged }: Row): boolean => left === undefined && !isDamaged
