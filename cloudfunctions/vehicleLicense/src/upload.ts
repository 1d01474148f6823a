import { withDeadline } from '../../../recognition/deadline'
import { deleteFiles, downloadFile } from './cloud'
import { logTrouble } from './log'
import { forgetUpload, recordUpload } from './state/uploads'

/** An uploaded picture, which is this request's to delete. */
export interface Upload {
  readonly fileID: string
  /** Begins at once. What fails is told to who waits for it. */
  download(): Promise<Buffer>
  /** A failure is only logged: the person has a recognition, or their own error; the sweep comes by. */
  discard(limitMs: number): Promise<void>
}

export function openUpload(fileID: string, request: string | undefined): Upload {
  let recorded: Promise<string | undefined> = Promise.resolve(undefined)

  return {
    fileID,
    download() {
      recorded = recordUpload(fileID).catch((error: unknown) => {
        logTrouble('record-failed', error, { request })
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
        logTrouble('delete-failed', error, { request })
      }
    },
  }
}
