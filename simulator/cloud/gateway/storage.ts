import { randomUUID } from 'node:crypto'
import { type FileStore, toFileID, toUrl } from '../files'

type Params = Readonly<Record<string, unknown>>
type Action = (params: Params, files: FileStore, origin: string) => object

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The SDK's storage actions. */
export const STORAGE_ACTIONS: Readonly<Record<string, Action>> = {
  'storage.batchGetDownloadUrl': ({ file_list }, files, origin) => ({
    download_list: asArray(file_list).map((file) => {
      const { fileid: fileID } = file as { fileid: string }
      return files.has(fileID)
        ? { fileID, code: 'SUCCESS', tempFileURL: toUrl(origin, fileID), maxAge: 7200 }
        : { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' }
    }),
  }),

  'storage.batchDeleteFile': ({ fileid_list }, files) => ({
    delete_list: asArray(fileid_list).map((fileID) => ({
      fileID,
      code: files.delete(String(fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
    })),
  }),

  'storage.getUploadMetadata': ({ path }, _, origin) => {
    const fileId = toFileID(String(path))
    const secret = randomUUID()
    return { url: toUrl(origin, fileId), token: secret, authorization: secret, fileId, cosFileId: secret }
  },
}
