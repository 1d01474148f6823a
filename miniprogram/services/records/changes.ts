import { deleteFiles, keepFile } from '../platform/files'
import type { VehicleLicense } from '../../vehicle-license/fields'
import type { PictureContent } from '../../vehicle-license/merge'
import { engineOf, filesOf, licenseOf, type LicenseRecord, pageOf, type LicensePicture, readOf } from './license-record'
import { namespaced } from '../platform/namespace'
import { put, read, saveOrRollBack } from './store'

const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`

export const newRecord = (): LicenseRecord => ({
  id: newId(),
  createdAt: Date.now(),
  pictures: [],
  typed: {},
  accepted: {},
})

/** A record to fill in by hand. Stays in memory until the first value is saved. */
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
 * Sets a record's pictures: copies of temporary files, and those of its pictures that remain. Deletes the others.
 *
 * @throws RecognitionError `STORAGE_FULL`; the record is unchanged then
 */
export async function setPictures(
  before: LicenseRecord,
  temporary: readonly LicensePicture[],
  remaining: readonly LicensePicture[] = [],
): Promise<LicenseRecord> {
  const kept: LicensePicture[] = []
  try {
    for (const picture of temporary)
      kept.push({ ...picture, path: await keepFile(picture.path, namespaced(`license-${newId()}.jpg`)) })
    const record: LicenseRecord = { ...before, pictures: pagesInOrder([...remaining, ...kept]) }
    saveOrRollBack(record)
    // An edited picture has the same original as before.
    const used = pathsOf(record.pictures)
    await deleteFiles(pathsOf(before.pictures).filter((path) => !used.includes(path)))
    return record
  } catch (error) {
    // Only the copies: the originals were there before.
    await deleteFiles(kept.map(({ path }) => path))
    throw error
  }
}

/** Omits empty values, except those that were recognized: else the recognized value would show again. */
export const confirmedValues = (license: VehicleLicense, read: VehicleLicense): VehicleLicense =>
  Object.fromEntries(
    Object.entries({ ...read, ...license }).flatMap(([key, value]) => {
      if (!(key in license)) return [[key, '']]
      return value.trim() !== '' || key in read ? [[key, value.trim()]] : []
    }),
  )

/**
 * Confirms the current values. Keeps the pictures until {@link settleRecord}, so that saving the previous record undoes it.
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
 * Deletes the pictures of a confirmed record, unless the person wants to keep them.
 *
 * @throws RecognitionError `STORAGE_FULL`; the pictures stay then
 */
export async function settleRecord(record: LicenseRecord): Promise<LicenseRecord> {
  if (!record.confirmed || record.keepsPictures || record.pictures.length === 0) return record
  // The record has been removed meanwhile.
  if (!read(record.id)) return record
  const settled = { ...record, pictures: [] }
  saveOrRollBack(settled)
  await deleteFiles(pathsOf(record.pictures))
  return settled
}
