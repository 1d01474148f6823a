import type { CloudConfig } from '../../config'
import type { ErrorCode } from '../../vehicle-license/errors'
import { type RecognizeRequest, UPLOAD_FOLDER } from '../../vehicle-license/recognition'
import { networkErrorCode, platformError } from '../platform-error'
import type { BackEnd, Photo, Watch } from './back-end'
import { upload } from './upload'

/** The cloud function that recognizes a picture: its folder's name. */
const FUNCTION_NAME = 'vehicleLicense'

/** Errors of the function itself, as the platform reports them; anything else never reached it. */
const FUNCTION_TIMEOUT = -504003
const isFunctionError = (code: number): boolean => code <= -501000 && code > -506000

/** Why a call into the cloud failed. */
export function cloudErrorCode(error: unknown): ErrorCode {
  const { errCode, errMsg = '' } = platformError(error)
  const code = errCode ?? Number(/errCode: (-?\d+)/.exec(errMsg)?.[1] ?? 0)
  if (code === FUNCTION_TIMEOUT) return 'TIMEOUT'
  const network = networkErrorCode(error)
  return network === 'NETWORK_UNAVAILABLE' && isFunctionError(code) ? 'ENGINE_UNAVAILABLE' : network
}

const cloudPath = (): string =>
  `${UPLOAD_FOLDER}/${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}.jpg`

const store = ({ path }: Photo, watch: Watch): Promise<{ fileID: string }> =>
  upload((callbacks) => wx.cloud.uploadFile({ cloudPath: cloudPath(), filePath: path, ...callbacks }), watch)

/** The function deletes the picture; this does, too, in case it never ran. */
const dropStored = (fileID: string): Promise<unknown> =>
  wx.cloud.deleteFile({ fileList: [fileID] }).catch(() => undefined)

/** WeChat's cloud: the picture goes to its storage, the function reads it there, and it is deleted in every case. */
export const createCloudBackEnd = ({ environment }: CloudConfig): BackEnd => ({
  launch() {
    wx.cloud.init({ ...(environment && { env: environment }), traceUser: false })
  },
  async send(photo, watch) {
    const { fileID } = await store(photo, watch)
    try {
      watch.cancellation.throwIfCancelled()
      watch.onProgress({ stage: 'recognize' })
      const data: RecognizeRequest = { type: photo.type, fileID }
      const { result } = await watch.cancellation.race(wx.cloud.callFunction({ name: FUNCTION_NAME, data }))
      return result
    } finally {
      void dropStored(fileID)
    }
  },
  errorCode: cloudErrorCode,
})
