import type { VehicleLicense } from '../vehicle-license/fields'
import type { Recognition, RecognitionType } from '../vehicle-license/recognition'
import { dropFile, keepFile } from './files'

/** One license on its way: kept on the phone from the shot until it is removed, so that nothing is lost. */
export interface LicenseRecord {
  /** Sorts by time of creation. */
  readonly id: string
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

export function saveRecord(record: LicenseRecord): void {
  wx.setStorageSync(PREFIX + record.id, record)
}

export const getRecord = (id: string): LicenseRecord | undefined =>
  wx.getStorageSync<LicenseRecord | ''>(PREFIX + id) || undefined

/** Newest first. */
export function listRecords(): LicenseRecord[] {
  const ids = wx
    .getStorageInfoSync()
    .keys.filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
  return ids
    .sort()
    .reverse()
    .flatMap((id) => getRecord(id) ?? [])
}

/** Begins a record; its picture, a temporary file, is copied to where it stays. */
export async function createRecord(photoTempPath?: string, type: RecognitionType = 'photo'): Promise<LicenseRecord> {
  const id = `${Date.now()}-${Math.random().toString(36).slice(2, 8)}`
  const photo = photoTempPath === undefined ? undefined : await keepFile(photoTempPath, `license-${id}.jpg`)
  const record: LicenseRecord = { id, type, typed: {}, ...(photo !== undefined && { photo }) }
  saveRecord(record)
  return record
}

/** Keeps the values alone: the picture and where they were read are needed no more. */
export async function confirmRecord(record: LicenseRecord): Promise<LicenseRecord> {
  const confirmed: LicenseRecord = {
    id: record.id,
    type: record.type,
    typed: licenseOf(record),
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
