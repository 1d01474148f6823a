import { type FieldKey, FIELDS, type VehicleLicense } from '../../vehicle-license/fields'
import type { EngineName } from '../../vehicle-license/recognition'
import { engineOf, licenseOf, type LicenseRecord, readOf } from './license-record'

export interface Exported {
  /** As confirmed, or the current values if not confirmed. */
  readonly license: VehicleLicense
  /** ms since 1970 */
  readonly confirmedAt?: number
  readonly engine?: EngineName
  /** Fields that differ from the recognition. */
  readonly edited: readonly FieldKey[]
}

export function exported(record: LicenseRecord): Exported {
  const { confirmed } = record
  const license = confirmed?.license ?? licenseOf(record)
  const read = readOf(record)
  const engine = engineOf(record)
  const isRead = Object.keys(read).length > 0
  return {
    license,
    ...(confirmed && { confirmedAt: confirmed.at }),
    ...(engine && { engine }),
    edited: isRead
      ? FIELDS.flatMap(({ key }) => ((license[key] ?? '').trim() === (read[key] ?? '').trim() ? [] : [key]))
      : [],
  }
}
