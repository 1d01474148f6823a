import { deleteFiles, keepFile } from '../platform/files'
import type { VehicleLicense } from '../../vehicle-license/fields'
import type { PictureContent } from '../../vehicle-license/merge'
import { engineOf, filesOf, licenseOf, type LicenseRecord, pageOf, type LicensePicture, readOf } from './license-record'
import { namespaced } from '../platform/namespace'
import { put, read, saveOrRollBack } from './store'

const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`

/** A record that is kept nowhere yet. */
export const newRecord = (): LicenseRecord => ({
  id: newId(),
  createdAt: Date.now(),
  pictures: [],
  typed: {},
  accepted: {},
})

/** Begins a record, to be filled in by hand. It is in memory alone, and in no list, until the first value is. */
export function createRecord(): LicenseRecord {
  const record = newRecord()
  put(record)
  return record
}

const pathsOf = (pictures: readonly LicensePicture[]): string[] => pictures.flatMap(filesOf)

const ORDER: readonly (PictureContent | undefined)[] = ['main', 'both', undefined, 'duplicate']
const pagesInOrder = (pictures: readonly LicensePicture[]): LicensePicture[] =>
  [...pictures].sort((a, b) => ORDER.indexOf(pageOf(a)) - ORDER.indexOf(pageOf(b)))

/**
 * Gives a record other pictures; temporary files, they are copied to where they stay. What was typed stands. Of the
 * pictures before, those of `staying` are kept with what was read in them; the others are dropped.
 *
 * @throws RecognitionError `STORAGE_FULL`: the record is as it was
 */
export async function setPictures(
  before: LicenseRecord,
  temporary: readonly LicensePicture[],
  staying: readonly LicensePicture[] = [],
): Promise<LicenseRecord> {
  const kept: LicensePicture[] = []
  try {
    for (const picture of temporary)
      kept.push({ ...picture, path: await keepFile(picture.path, namespaced(`license-${newId()}.jpg`)) })
    const record: LicenseRecord = { ...before, pictures: pagesInOrder([...staying, ...kept]) }
    saveOrRollBack(record)
    // One that was made anew stands on the same original.
    const used = pathsOf(record.pictures)
    await deleteFiles(pathsOf(before.pictures).filter((path) => !used.includes(path)))
    return record
  } catch (error) {
    // Their originals were there before.
    await deleteFiles(kept.map(({ path }) => path))
    throw error
  }
}

/** Values without the empty ones; those that were read stay empty, else what was read would stand there again. */
export const confirmedValues = (license: VehicleLicense, read: VehicleLicense): VehicleLicense =>
  Object.fromEntries(
    Object.entries({ ...read, ...license }).flatMap(([key, value]) => {
      if (!(key in license)) return [[key, '']]
      return value.trim() !== '' || key in read ? [[key, value.trim()]] : []
    }),
  )

/**
 * Keeps the values as they stand. The pictures stay meanwhile: saving the record as it was takes it back, and
 * {@link settleRecord} ends that.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export function confirmRecord(record: LicenseRecord): LicenseRecord {
  const engine = engineOf(record)
  const read = readOf(record)
  const confirmed: LicenseRecord = {
    ...record,
    typed: {},
    confirmed: {
      at: Date.now(),
      license: confirmedValues(licenseOf(record), read),
      read,
      ...(engine && { engine }),
    },
  }
  saveOrRollBack(confirmed)
  return confirmed
}

/**
 * Drops the pictures of a confirmed record, unless the person wants to keep them.
 *
 * @throws RecognitionError `STORAGE_FULL`: they stay
 */
export async function settleRecord(record: LicenseRecord): Promise<LicenseRecord> {
  if (!record.confirmed || record.keepsPictures || record.pictures.length === 0) return record
  // It was removed meanwhile.
  if (!read(record.id)) return record
  const settled = { ...record, pictures: [] }
  saveOrRollBack(settled)
  await deleteFiles(pathsOf(record.pictures))
  return settled
}
