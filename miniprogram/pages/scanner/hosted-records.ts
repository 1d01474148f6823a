import { deleteFiles, listFiles, pathOf } from '../../services/platform/files'
import type { Scanned } from '../../services/navigation/host'
import { licenseOf, type LicenseRecord, pageOf } from '../../services/records/license-record'
import { isNamespaced, namespaced } from '../../services/platform/namespace'
import { forget } from '../../services/records/store'
import { FIELDS } from '../../vehicle-license/fields'

/** Records, their index and what else lists them. */
const isOfRecords = (key: string): boolean => key.startsWith(namespaced('license'))

/**
 * In another program a record lives as long as its scan: drops all there are, and their files but for those of
 * `paths`.
 */
export async function dropRecords(paths: readonly string[] = []): Promise<void> {
  for (const key of wx.getStorageInfoSync().keys.filter(isOfRecords)) wx.removeStorageSync(key)
  forget()
  const files = (await listFiles().catch(() => [])).filter(isNamespaced).map(pathOf)
  await deleteFiles(files.filter((path) => !paths.includes(path)))
}

/** A record as another program is told it. */
export function toScanned(record: LicenseRecord): Scanned {
  const license = licenseOf(record)
  const stated = FIELDS.flatMap(({ key }) => {
    const value = license[key]?.trim() ?? ''
    return value === '' ? [] : [[key, value] as const]
  })
  return {
    license: Object.fromEntries(stated),
    keys: FIELDS.map(({ key }) => key),
    pictures: record.pictures.map((picture) => {
      const page = pageOf(picture)
      return { path: picture.path, ...(page && { page }) }
    }),
  }
}
