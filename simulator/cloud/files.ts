import { unescape } from 'node:querystring'
import { CLOUD_CODES, CloudError } from './cloud-error'
import { BUCKET, ENVIRONMENT } from './identity'

export interface StoredFile {
  readonly bytes: Buffer
  readonly contentType: string
}

/** Cloud storage, in memory: file IDs to files. */
export type FileStore = Map<string, StoredFile>

const PREFIX = `cloud://${ENVIRONMENT}.${BUCKET}/`
/** Not absolute, no empty part, nothing that would end or escape a URL's path. */
const CLOUD_PATH = /^[^/?#%\\]+(?:\/[^/?#%\\]+)*$/

/** @throws CloudError for a path that no file may have */
export function toFileID(cloudPath: string): string {
  if (!CLOUD_PATH.test(cloudPath)) {
    throw new CloudError(CLOUD_CODES.INVALID_PARAMETER, `invalid cloudPath: ${cloudPath}`, 400)
  }
  return PREFIX + cloudPath
}

/** Where a file is downloaded from. Not encoded: the SDK does that itself. */
export const toUrl = (origin: string, fileID: string): string => `${origin}/cos/${fileID.slice(PREFIX.length)}`

/** The file that a URL of this storage leads to; of no other storage. */
export function findByUrl(files: FileStore, origin: string, url: unknown): StoredFile | undefined {
  const start = `${origin}/cos/`
  if (typeof url !== 'string' || !url.startsWith(start)) return undefined
  return files.get(PREFIX + unescape(url.slice(start.length)))
}
