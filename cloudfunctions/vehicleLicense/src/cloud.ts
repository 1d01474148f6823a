import cloud from 'wx-server-sdk'
import { CLOUD_CALL } from '../../../recognition/wechat/api'

/** Longer than any function may run: the budget of the request ends a call, not the SDK's own 15 s. */
const SDK_TIMEOUT_MS = 60_000
/** Of the SDK: there is no such file. */
const FILE_NOT_FOUND = -503003
/** What the SDK deletes with one call. */
const MAX_DELETED = 50

const options = { env: cloud.DYNAMIC_CURRENT_ENV, timeout: SDK_TIMEOUT_MS }
// The SDK's types know neither the symbol it documents for `env` nor `timeout`.
cloud.init(options as unknown as Parameters<typeof cloud.init>[0])
// It would warn of a slow database 3 s after a call that failed at once, in a line of its own.
process.env.SILENCE ??= 'true'

export const database = cloud.database()

export interface Caller {
  /** Empty where no person calls: a timer, the console. */
  readonly openid: string
  /** ID of the environment that this function runs in. */
  readonly environment: string
}

export function whoCalls(): Caller {
  const { OPENID = '', ENV = '' } = cloud.getWXContext()
  return { openid: OPENID, environment: ENV }
}

/** @throws what the SDK throws: `{ errCode, errMsg }` */
export async function downloadFile(fileID: string): Promise<Buffer> {
  const { fileContent } = await cloud.downloadFile({ fileID })
  return fileContent
}

/**
 * Deletes files, 50 at a time.
 *
 * @returns those that are gone, the ones that were never there included
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

/** An address from which WeChat can download the file. */
export async function temporaryUrl(fileID: string): Promise<string> {
  const result = await cloud.getTempFileURL({ fileList: [fileID] })
  const url = result?.fileList[0]?.tempFileURL
  if (!url) throw new Error('no temporary URL')
  return url
}

export type LicenseCall = { readonly type: string } & (
  { readonly img: { readonly contentType: string; readonly value: Buffer } } | { readonly imgUrl: string }
)

/** Calls WeChat's OCR. Resolves with the reply as it came, rejects with `{ errCode, errMsg }`. */
export async function callVehicleLicense(call: LicenseCall): Promise<unknown> {
  const [group = '', method = ''] = CLOUD_CALL.split('.')
  const api = cloud.openapi[group] as Record<string, (call: LicenseCall) => Promise<unknown>>
  return api[method]?.(call)
}
