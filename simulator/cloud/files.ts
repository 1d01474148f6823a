import { unescape } from 'node:querystring'
import { CLOUD_CODES, CloudError } from './cloud-error'
import { BUCKET, ENVIRONMENT } from './identity'

export interface StoredFile {
  readonly bytes: Buffer
  readonly contentType: string
}

/** Cloud storage in memory, by file ID. */
export type FileStore = Map<string, StoredFile>

const PREFIX = `cloud://${ENVIRONMENT}.${BUCKET}/`
/** Relative, without empty segments or characters that are special in a URL. */
const CLOUD_PATH = /^[^/?#%\\]+(?:\/[^/?#%\\]+)*$/

/** @throws CloudError if the path is invalid */
export function toFileID(cloudPath: string): string {
  if (!CLOUD_PATH.test(cloudPath)) {
    throw new CloudError(CLOUD_CODES.INVALID_PARAMETER, `invalid cloudPath: ${cloudPath}`, 400)
  }
  return PREFIX + cloudPath
}

/** The download URL, not encoded: the SDK encodes it. */
export const toUrl = (origin: string, fileID: string): string => `${origin}/cos/${fileID.slice(PREFIX.length)}`

/** Finds the file of a download URL; undefined for other URLs. */
export function findByUrl(files: FileStore, origin: string, url: unknown): StoredFile | undefined {
  const start = `${origin}/cos/`
  if (typeof url !== 'string' || !url.startsWith(start)) return undefined
  return files.get(PREFIX + unescape(url.slice(start.length)))
}
