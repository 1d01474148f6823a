import type { CloudConfig } from '../../config'
import type { ErrorCode } from '../../vehicle-license/errors'
import type { FolderRequest, RecognizeRequest } from '../../vehicle-license/recognition'
import { networkErrorCode, platformError } from '../platform/errors'
import type { BackEnd, SentPicture, SendOptions } from './back-end'
import { randomName } from '../platform/random-name'
import { errorOf, readFolder } from './reply'
import { upload } from './upload'

/** The cloud function that recognizes a picture, unless it was deployed by another name: its folder's name. */
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

/**
 * WeChat's cloud: the picture goes to its storage, the function reads it there, and it is deleted in every case. The
 * function takes it from the person's own folder alone, and is asked once where that is.
 */
export function createCloudBackEnd({ environment, functionName = FUNCTION_NAME }: CloudConfig): BackEnd {
  // With each call: another program may have initialized the cloud with an environment of its own.
  const config = environment === '' ? {} : { config: { env: environment } }

  const call = async (data: FolderRequest | RecognizeRequest): Promise<unknown> =>
    (await wx.cloud.callFunction({ name: functionName, data, ...config })).result

  /** The picture in the cloud's storage. */
  const store = (cloudPath: string, { path }: SentPicture, watch: SendOptions): Promise<{ fileID: string }> =>
    upload((callbacks) => wx.cloud.uploadFile({ cloudPath, filePath: path, ...config, ...callbacks }), watch)

  /** The function deletes the picture; this does, too, in case it never ran. */
  const dropStored = (fileID: string): Promise<unknown> =>
    wx.cloud.deleteFile({ fileList: [fileID], ...config }).catch(() => undefined)

  let folder: Promise<string> | undefined

  function findFolder(): Promise<string> {
    const asked = (folder ??= call({ action: 'folder' }).then(readFolder))
    // What failed is asked again the next time.
    asked.catch(() => (folder = undefined))
    return asked
  }

  return {
    launch() {
      wx.cloud.init({ ...(environment && { env: environment }), traceUser: false })
    },
    async send(photo, watch) {
      const [place, name] = await watch.cancellation.race(Promise.all([findFolder(), randomName()]))
      const { fileID } = await store(`${place}/${name}.jpg`, photo, watch)
      try {
        watch.cancellation.throwIfCancelled()
        watch.onProgress({ stage: 'recognize' })
        const reply = await watch.cancellation.race(call({ type: photo.type, fileID }))
        // Of a new environment, say: the folder may be another one now.
        if (errorOf(reply).code === 'INVALID_REQUEST') folder = undefined
        return reply
      } finally {
        void dropStored(fileID)
      }
    },
    errorCode: cloudErrorCode,
  }
}
