import cloud from 'wx-server-sdk'
import { CLOUD_CALL } from '../../../recognition/wechat/api'

/** Longer than any function runs: the request's budget ends a call, not the SDK's default of 15 s. */
const SDK_TIMEOUT_MS = 60_000
/** The SDK's code. */
const FILE_NOT_FOUND = -503003
/** The SDK's limit per call. */
const MAX_DELETED = 50

const options = { env: cloud.DYNAMIC_CURRENT_ENV, timeout: SDK_TIMEOUT_MS }
// The SDK documents both, but its types lack the symbol for `env` and `timeout`.
cloud.init(options as unknown as Parameters<typeof cloud.init>[0])
// Otherwise the SDK warns of a slow database 3 s after a call that failed at once.
process.env.SILENCE ??= 'true'

export const database = cloud.database()

export interface Caller {
  /** Empty for calls by a timer or the console. */
  readonly openid: string
  /** Id of the function's environment. */
  readonly environment: string
}

export function getCaller(): Caller {
  const { OPENID = '', ENV = '' } = cloud.getWXContext()
  return { openid: OPENID, environment: ENV }
}

/** @throws what the SDK throws: `{ errCode, errMsg }` */
export async function downloadFile(fileID: string): Promise<Buffer> {
  const { fileContent } = await cloud.downloadFile({ fileID })
  return fileContent
}

/**
 * Deletes files.
 *
 * @returns the deleted files, including missing ones
 * @throws what the SDK throws: `{ errCode, errMsg }`
 */
export async function deleteFiles(fileIDs: readonly string[]): Promise<readonly string[]> {
  const gone: string[] = []
  for (let start = 0; start < fileIDs.length; start += MAX_DELETED) {
    const result = await cloud.deleteFile({ fileList: fileIDs.slice(start, start + MAX_DELETED) })
    for (const { fileID, status } of result?.fileList ?? []) {
      if (status === 0 || status === FILE_NOT_FOUND) gone.push(fileID)
    }
  }
  return gone
}

/** A URL from which WeChat can download the file. */
export async function temporaryUrl(fileID: string): Promise<string> {
  const result = await cloud.getTempFileURL({ fileList: [fileID] })
  const url = result?.fileList[0]?.tempFileURL
  if (!url) throw new Error('no temporary URL')
  return url
}

export type LicenseCall = { readonly type: string } & (
  { readonly img: { readonly contentType: string; readonly value: Buffer } } | { readonly imgUrl: string }
)

/** Calls WeChat's OCR. Resolves with the raw reply, rejects with `{ errCode, errMsg }`. */
export async function callVehicleLicense(call: LicenseCall): Promise<unknown> {
  const [group = '', method = ''] = CLOUD_CALL.split('.')
  const api = cloud.openapi[group] as Record<string, (call: LicenseCall) => Promise<unknown>>
  return api[method]?.(call)
}
