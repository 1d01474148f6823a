import { dayOf } from '../platform/clock'
import { deleteFile, pathOf } from '../platform/files'
import { strings } from '../settings/language'
import type { LicenseRecord } from './license-record'
import { namespaced } from '../platform/namespace'
import { isCancel } from '../platform/errors'
import { toCsv } from './export-csv'
import { toJson } from './export-json'

const FORMATS = { csv: toCsv, json: toJson }

export type ExportFormat = keyof typeof FORMATS

/** How an export went: to somebody, or to the clipboard where that is not possible. */
export type Exporting = 'shared' | 'copied' | 'cancelled'

/**
 * Gives records out as a file, to a chat of WeChat's. The file is deleted afterwards. Where the phone cannot (a WeChat
 * of before 2.16.1, a computer), its text goes to the clipboard: `wx.openDocument` opens neither format.
 *
 * To be called from a tap, with nothing awaited before: WeChat shares for none else.
 *
 * @throws the platform's error where there is no room for the file, or the clipboard does not take it
 */
export async function shareRecords(records: readonly LicenseRecord[], format: ExportFormat): Promise<Exporting> {
  const text = FORMATS[format](records)
  const filePath = pathOf(namespaced(`export.${format}`))
  const fileName = `${strings().exports.fileName} ${dayOf(Date.now())}.${format}`
  try {
    wx.getFileSystemManager().writeFileSync(filePath, text, 'utf8')
    await wx.shareFileMessage({ filePath, fileName })
    return 'shared'
  } catch (error) {
    if (isCancel(error)) return 'cancelled'
    await wx.setClipboardData({ data: text })
    return 'copied'
  } finally {
    await deleteFile(filePath)
  }
}
