import type { CloudConfig } from '../../config'
import type { ErrorCode } from '../../vehicle-license/errors'
import type { FolderRequest, RecognizeRequest } from '../../vehicle-license/recognition'
import { networkErrorCode, platformError } from '../platform/errors'
import type { BackEnd, SentPicture, SendOptions } from './back-end'
import { randomName } from '../platform/random-name'
import { errorOf, readFolder } from './reply'
import { upload } from './upload'

const DEFAULT_NAME = 'vehicleLicense'

/** `errCode` of the platform. Codes outside -501000..-505999 mean that the function was not reached. */
const FUNCTION_TIMEOUT = -504003
const isFunctionError = (code: number): boolean => code <= -501000 && code > -506000

export function cloudErrorCode(error: unknown): ErrorCode {
  const { errCode, errMsg = '' } = platformError(error)
  const code = errCode ?? Number(/errCode: (-?\d+)/.exec(errMsg)?.[1] ?? 0)
  if (code === FUNCTION_TIMEOUT) return 'TIMEOUT'
  const network = networkErrorCode(error)
  return network === 'NETWORK_UNAVAILABLE' && isFunctionError(code) ? 'ENGINE_UNAVAILABLE' : network
}

/**
 * Uploads the picture to cloud storage, where the function reads it; deletes it in any case. The function accepts only
 * files in the person's own folder, and tells its name.
 */
export function createCloudBackEnd({ environment, functionName = DEFAULT_NAME }: CloudConfig): BackEnd {
  // With each call: a host mini program may have initialized the cloud with another environment.
  const config = environment === '' ? {} : { config: { env: environment } }

  const call = async (data: FolderRequest | RecognizeRequest): Promise<unknown> =>
    (await wx.cloud.callFunction({ name: functionName, data, ...config })).result

  const store = (cloudPath: string, { path }: SentPicture, options: SendOptions): Promise<{ fileID: string }> =>
    upload((callbacks) => wx.cloud.uploadFile({ cloudPath, filePath: path, ...config, ...callbacks }), options)

  /** The function deletes the file too, but it may never have run. */
  const deleteStored = (fileID: string): Promise<unknown> =>
    wx.cloud.deleteFile({ fileList: [fileID], ...config }).catch(() => undefined)

  let folder: Promise<string> | undefined

  function findFolder(): Promise<string> {
    const asked = (folder ??= call({ action: 'folder' }).then(readFolder))
    // Retry a failure next time.
    asked.catch(() => (folder = undefined))
    return asked
  }

  return {
    launch() {
      wx.cloud.init({ ...(environment && { env: environment }), traceUser: false })
    },
    async send(picture, options) {
      const { cancellation, onProgress } = options
      const [place, name] = await cancellation.race(Promise.all([findFolder(), randomName()]))
      const { fileID } = await store(`${place}/${name}.jpg`, picture, options)
      try {
        cancellation.throwIfCancelled()
        onProgress({ stage: 'recognize' })
        const reply = await cancellation.race(call({ type: picture.type, fileID }))
        // The folder may have changed, as with a new environment.
        if (errorOf(reply).code === 'INVALID_REQUEST') folder = undefined
        return reply
      } finally {
        void deleteStored(fileID)
      }
    },
    errorCode: cloudErrorCode,
  }
}
