import { type FieldKey, FIELDS, type VehicleLicense } from '../../vehicle-license/fields'
import { engineOf, licenseOf, type LicenseRecord, type LicensePicture, readOf } from './license-record'
import { confirmedValues, settleRecord } from './changes'
import { getRecord } from './lists'
import { deleteFiles } from '../platform/files'
import { isRemoved } from './removal'
import { comparable } from './search'
import { allRows, drop, save, saveOrRollBack } from './store'

/**
 * The newest confirmed record of the same vehicle, except `exceptId`. The VIN has priority: a plate number can move to
 * another vehicle.
 */
export function findSame(license: VehicleLicense, exceptId: string): LicenseRecord | undefined {
  const vin = comparable(license.vin ?? '')
  const plate = comparable(license.plateNum ?? license.plateNumB ?? '')
  const rows = allRows()
    .filter((row) => row.id !== exceptId && row.isConfirmed && !row.isDamaged && !isRemoved(row.id))
    .sort((a, b) => b.at - a.at)
  const ofVin = vin === '' ? undefined : rows.find((row) => comparable(row.vin) === vin)
  const ofPlate = plate === '' ? undefined : rows.find((row) => comparable(row.plate) === plate)
  const same = ofVin ?? ofPlate
  return same ? getRecord(same.id) : undefined
}

interface Difference {
  readonly key: FieldKey
  /** Empty if there was no value. */
  readonly before: string
  readonly after: string
}

/** What an update would change, in the order of `FIELDS`. Values that `after` lacks stay. */
export const differencesOf = (before: VehicleLicense, after: VehicleLicense): Difference[] =>
  FIELDS.flatMap(({ key }) => {
    const [old = '', now = ''] = [before[key], after[key]?.trim()]
    return now === '' || now === old ? [] : [{ key, before: old, after: now }]
  })

const changed = (before: VehicleLicense, after: VehicleLicense): VehicleLicense => ({
  ...before,
  ...Object.fromEntries(differencesOf(before, after).map(({ key, after }) => [key, after])),
})

function merged(existing: LicenseRecord, from: LicenseRecord): LicenseRecord {
  const engine = engineOf(from) ?? engineOf(existing)
  const read = { ...readOf(existing), ...readOf(from) }
  const pictures: readonly LicensePicture[] = from.pictures.length > 0 ? from.pictures : existing.pictures
  return {
    id: existing.id,
    createdAt: existing.createdAt,
    pictures,
    typed: {},
    accepted: { ...existing.accepted, ...from.accepted },
    confirmed: {
      at: Date.now(),
      license: confirmedValues(changed(existing.confirmed?.license ?? licenseOf(existing), licenseOf(from)), read),
      read,
      ...(engine && { engine }),
    },
    ...((existing.keepsPictures ?? from.keepsPictures) && { keepsPictures: true }),
  }
}

/** An update that can be undone until it is settled. */
export interface Update {
  readonly record: LicenseRecord
  /** Restores both records. */
  readonly undo: () => void
  /** Deletes the pictures that are no longer needed. */
  readonly settle: () => Promise<void>
}

/**
 * Confirms the values of `from` and updates `existing` with them; values that `from` lacks stay. Removes `from`. Its
 * pictures, if any, replace those of `existing`.
 *
 * @throws RecognitionError `STORAGE_FULL`; both records are unchanged then
 */
export function updateRecord(existing: LicenseRecord, from: LicenseRecord): Update {
  const record = merged(existing, from)
  saveOrRollBack(record)
  drop(from.id)
  return {
    record,
    undo() {
      save(existing)
      save(from)
    },
    async settle() {
      const { pictures } = await settleRecord(getRecord(record.id) ?? record)
      const unused = existing.pictures.filter((picture) => !pictures.includes(picture))
      await deleteFiles(unused.map(({ path }) => path))
    },
  }
}
