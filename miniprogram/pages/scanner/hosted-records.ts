import { deleteMatching, pathOf } from '../../services/platform/files'
import type { Scanned } from '../../services/navigation/host'
import { licenseOf, type LicenseRecord, pageOf } from '../../services/records/license-record'
import { isNamespaced, namespaced } from '../../services/platform/namespace'
import { forget } from '../../services/records/store'
import { FIELDS } from '../../vehicle-license/fields'

/** Records and their index. */
const isRecordKey = (key: string): boolean => key.startsWith(namespaced('license'))

/**
 * Deletes all records: inside a host, a record lives as long as its scan.
 *
 * @param keptPaths files to keep
 */
export async function dropRecords(keptPaths: readonly string[] = []): Promise<void> {
  for (const key of wx.getStorageInfoSync().keys.filter(isRecordKey)) wx.removeStorageSync(key)
  forget()
  await deleteMatching((name) => isNamespaced(name) && !keptPaths.includes(pathOf(name)))
}

export function toScanned(record: LicenseRecord): Scanned {
  const license = licenseOf(record)
  const values = FIELDS.flatMap(({ key }) => {
    const value = license[key]?.trim() ?? ''
    return value === '' ? [] : [[key, value] as const]
  })
  return {
    license: Object.fromEntries(values),
    keys: FIELDS.map(({ key }) => key),
    pictures: record.pictures.map((picture) => {
      const page = pageOf(picture)
      return { path: picture.path, ...(page && { page }) }
    }),
  }
}
