import { RecognitionError } from '../vehicle-license/errors'
import type { VehicleLicense } from '../vehicle-license/fields'
import type { PictureContent } from '../vehicle-license/merge'
import { dropFile, keepFile } from './files'
import {
  engineOf,
  type KeptRecord,
  licenseOf,
  type LicenseRecord,
  type Picture,
  readOf,
  upgrade,
} from './license-record'

const PREFIX = 'license:'

/** @throws RecognitionError `STORAGE_FULL` */
export function saveRecord(record: LicenseRecord): void {
  try {
    wx.setStorageSync(PREFIX + record.id, record)
  } catch (cause) {
    throw new RecognitionError('STORAGE_FULL', { cause })
  }
}

export function getRecord(id: string): LicenseRecord | undefined {
  const kept = wx.getStorageSync<KeptRecord | ''>(PREFIX + id)
  return kept === '' ? undefined : upgrade(kept)
}

/** Newest first. */
export function listRecords(): LicenseRecord[] {
  const { keys } = wx.getStorageInfoSync()
  return keys
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => getRecord(key.slice(PREFIX.length)) ?? [])
    .sort((a, b) => b.createdAt - a.createdAt)
}

const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`

/** A record that is kept nowhere yet. */
export const newRecord = (): LicenseRecord => ({
  id: newId(),
  createdAt: Date.now(),
  pictures: [],
  typed: {},
  accepted: {},
})

/**
 * Begins a record, to be filled in by hand.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export function createRecord(): LicenseRecord {
  const record = newRecord()
  saveRecord(record)
  return record
}

const dropPictures = async (pictures: readonly Picture[]): Promise<void> => {
  await Promise.all(pictures.map(({ path }) => dropFile(path)))
}

const ORDER: readonly (PictureContent | undefined)[] = ['main', 'both', undefined, 'duplicate']
const inOrder = (pictures: readonly Picture[]): Picture[] =>
  [...pictures].sort((a, b) => ORDER.indexOf(a.page) - ORDER.indexOf(b.page))

/**
 * Gives a record other pictures; temporary files, they are copied to where they stay. What was typed stands. Of the
 * pictures before, those of `staying` are kept with what was read in them; the others are dropped.
 *
 * @throws RecognitionError `STORAGE_FULL`: the record is as it was
 */
export async function setPictures(
  before: LicenseRecord,
  temporary: readonly Picture[],
  staying: readonly Picture[] = [],
): Promise<LicenseRecord> {
  const kept: Picture[] = []
  try {
    for (const picture of temporary)
      kept.push({ ...picture, path: await keepFile(picture.path, `license-${newId()}.jpg`) })
    const record: LicenseRecord = { ...before, pictures: inOrder([...staying, ...kept]) }
    saveRecord(record)
    await dropPictures(before.pictures.filter((picture) => !staying.includes(picture)))
    return record
  } catch (error) {
    await dropPictures(kept)
    throw error
  }
}

/** How long a person may take back that they confirmed or removed a record. ms */
export const UNDO_MS = 10_000

const withoutEmpty = (license: VehicleLicense): VehicleLicense =>
  Object.fromEntries(Object.entries(license).filter(([, value]) => value.trim() !== ''))

/**
 * Keeps the values as they stand. The pictures stay meanwhile: saving the record as it was takes it back, and
 * {@link settleRecord} ends that.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export function confirmRecord(record: LicenseRecord): LicenseRecord {
  const engine = engineOf(record)
  const confirmed: LicenseRecord = {
    ...record,
    typed: {},
    confirmed: {
      at: Date.now(),
      license: withoutEmpty(licenseOf(record)),
      read: readOf(record),
      ...(engine && { engine }),
    },
  }
  saveRecord(confirmed)
  return confirmed
}

/** Drops the pictures of a confirmed record, unless the person wants to keep them. */
export async function settleRecord(record: LicenseRecord): Promise<LicenseRecord> {
  if (!record.confirmed || record.keepsPictures || record.pictures.length === 0) return record
  const settled = { ...record, pictures: [] }
  saveRecord(settled)
  await dropPictures(record.pictures)
  return settled
}

export async function removeRecord({ id, pictures }: LicenseRecord): Promise<void> {
  wx.removeStorageSync(PREFIX + id)
  await dropPictures(pictures)
}
