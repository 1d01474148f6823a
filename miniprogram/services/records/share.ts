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

type ExportResult = 'shared' | 'copied' | 'cancelled'

/**
 * Shares records as a file to a WeChat chat. Falls back to the clipboard where WeChat cannot share files: on computers and
 * before base library 2.16.1. (`wx.openDocument` supports neither format.)
 *
 * Call it directly from a tap, without awaiting anything before: WeChat requires it.
 *
 * @throws the platform's error if the clipboard fails too
 */
export async function shareRecords(records: readonly LicenseRecord[], format: ExportFormat): Promise<ExportResult> {
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
