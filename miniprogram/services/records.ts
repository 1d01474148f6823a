import { RecognitionError } from '../vehicle-license/errors'
import type { VehicleLicense } from '../vehicle-license/fields'
import type { Recognition, RecognitionType } from '../vehicle-license/recognition'
import { dropFile, keepFile } from './files'

/** One license on its way: kept on the phone from the shot until it is removed, so that nothing is lost. */
export interface LicenseRecord {
  readonly id: string
  /** ms since 1970 */
  readonly createdAt: number
  /** Path of the picture that is sent; absent when filled in by hand, or confirmed. */
  readonly photo?: string
  readonly type: RecognitionType
  readonly recognition?: Recognition
  /** What the person typed, over what was read. */
  readonly typed: VehicleLicense
  /** ms since 1970 */
  readonly confirmedAt?: number
}

const PREFIX = 'license:'

/** The values as they stand: typed over read. */
export const licenseOf = ({ recognition, typed }: LicenseRecord): VehicleLicense => ({
  ...recognition?.license,
  ...typed,
})

/** @throws RecognitionError `STORAGE_FULL` */
export function saveRecord(record: LicenseRecord): void {
  try {
    wx.setStorageSync(PREFIX + record.id, record)
  } catch (cause) {
    throw new RecognitionError('STORAGE_FULL', { cause })
  }
}

export const getRecord = (id: string): LicenseRecord | undefined =>
  wx.getStorageSync<LicenseRecord | ''>(PREFIX + id) || undefined

/** Newest first. */
export function listRecords(): LicenseRecord[] {
  const { keys } = wx.getStorageInfoSync()
  return keys
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => getRecord(key.slice(PREFIX.length)) ?? [])
    .sort((a, b) => b.createdAt - a.createdAt)
}

const newId = (): string => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`

/**
 * Begins a record, to be filled in by hand until it gets a picture.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export function createRecord(): LicenseRecord {
  const record: LicenseRecord = { id: newId(), createdAt: Date.now(), type: 'photo', typed: {} }
  saveRecord(record)
  return record
}

/**
 * Gives a record its picture, or a better one; a temporary file, it is copied to where it stays. What was typed
 * stands, what was read in the picture before is dropped.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export async function setPhoto(
  { id, createdAt, typed, photo: former }: LicenseRecord,
  tempPath: string,
  type: RecognitionType,
): Promise<LicenseRecord> {
  const photo = await keepFile(tempPath, `license-${newId()}.jpg`)
  const record: LicenseRecord = { id, createdAt, type, typed, photo }
  saveRecord(record)
  if (former !== undefined) await dropFile(former)
  return record
}

const tidy = (license: VehicleLicense): VehicleLicense =>
  Object.fromEntries(Object.entries(license).map(([key, value]) => [key, value.trim()]))

/**
 * Keeps the values alone: the picture and where they were read are needed no more.
 *
 * @throws RecognitionError `STORAGE_FULL`
 */
export async function confirmRecord(record: LicenseRecord): Promise<LicenseRecord> {
  const confirmed: LicenseRecord = {
    id: record.id,
    createdAt: record.createdAt,
    type: record.type,
    typed: tidy(licenseOf(record)),
    confirmedAt: Date.now(),
  }
  saveRecord(confirmed)
  if (record.photo !== undefined) await dropFile(record.photo)
  return confirmed
}

export async function removeRecord(record: LicenseRecord): Promise<void> {
  wx.removeStorageSync(PREFIX + record.id)
  if (record.photo !== undefined) await dropFile(record.photo)
}
