import { withDeadline } from '../../../recognition/deadline'
import { deleteFiles, downloadFile } from './cloud'
import { logWarning } from './log'
import { forgetUpload, recordUpload } from './state/uploads'

/** An uploaded picture, deleted by this request. */
export interface Upload {
  readonly fileID: string
  /** Starts at once. An unawaited failure is not an unhandled rejection. */
  download(): Promise<Buffer>
  /** Logs a failure; the sweep then deletes the picture. */
  discard(limitMs: number): Promise<void>
}

export function openUpload(fileID: string, request: string | undefined): Upload {
  let recorded: Promise<string | undefined> = Promise.resolve(undefined)

  return {
    fileID,
    download() {
      recorded = recordUpload(fileID).catch((error: unknown) => {
        logWarning('record-failed', error, { request })
        return undefined
      })
      const bytes = downloadFile(fileID)
      bytes.catch(() => undefined)
      return bytes
    },
    async discard(limitMs) {
      try {
        await withDeadline(limitMs, async () => {
          const [gone, record] = await Promise.all([deleteFiles([fileID]), recorded])
          if (gone.length === 0) throw new Error('not deleted')
          if (record !== undefined) forgetUpload(record)
        })
      } catch (error) {
        logWarning('delete-failed', error, { request })
      }
    },
  }
}
