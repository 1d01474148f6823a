import cloud from 'wx-server-sdk'
import { CLOUD_CALL } from '../../../recognition/wechat/api'

/** Longer than any function may run: the budget of the request ends a call, not the SDK's own 15 s. */
const SDK_TIMEOUT_MS = 60_000

const options = { env: cloud.DYNAMIC_CURRENT_ENV, timeout: SDK_TIMEOUT_MS }
// The SDK's types know neither the symbol it documents for `env` nor `timeout`.
cloud.init(options as unknown as Parameters<typeof cloud.init>[0])

/** @throws what the SDK throws: `{ errCode, errMsg }` */
export async function downloadFile(fileID: string): Promise<Buffer> {
  const { fileContent } = await cloud.downloadFile({ fileID })
  return fileContent
}

/** @throws Error when the file was not deleted */
export async function deleteFile(fileID: string): Promise<void> {
  const result = await cloud.deleteFile({ fileList: [fileID] })
  const status = result?.fileList[0]?.status
  if (status !== 0) throw Object.assign(new Error('not deleted'), { code: status })
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
