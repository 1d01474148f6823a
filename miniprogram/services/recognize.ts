import { FUNCTION_NAME } from '../config'
import { type ErrorCode, isErrorCode, RecognitionError } from '../vehicle-license/errors'
import {
  type Recognition,
  type RecognitionType,
  type RecognizeReply,
  type RecognizeRequest,
  UPLOAD_FOLDER,
} from '../vehicle-license/recognition'
import { platformError, toRecognitionError } from './platform-error'

export type Progress =
  /** percent 0..100 of the picture's bytes */
  { readonly stage: 'upload'; readonly percent: number } | { readonly stage: 'recognize' }

export interface RecognitionTask {
  /** Rejects with a `RecognitionError`, `CANCELLED` among them. */
  readonly result: Promise<Recognition>
  cancel(): void
}

/** Errors of the function itself, as the platform reports them; anything else never reached it. */
const FUNCTION_TIMEOUT = -504003
const isFunctionError = (code: number): boolean => code <= -501000 && code > -506000

/** Why a call into the cloud failed. */
export function cloudErrorCode(error: unknown): ErrorCode {
  const { errCode, errMsg = '' } = platformError(error)
  const code = errCode ?? Number(/errCode: (-?\d+)/.exec(errMsg)?.[1] ?? 0)
  if (code === FUNCTION_TIMEOUT || /time(d )?out/i.test(errMsg)) return 'TIMEOUT'
  return isFunctionError(code) ? 'ENGINE_UNAVAILABLE' : 'NETWORK_UNAVAILABLE'
}

const cloudPath = (): string =>
  `${UPLOAD_FOLDER}/${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}.jpg`

/** The function's reply as a recognition; a reply that is none is the function's fault. */
function readFunctionReply(reply: unknown): Recognition {
  const { ok, recognition, error } = (reply ?? {}) as Partial<{
    ok: boolean
    recognition: Recognition
    error: Extract<RecognizeReply, { ok: false }>['error']
  }>
  if (ok && recognition) return recognition
  throw new RecognitionError(isErrorCode(error?.code) ? error.code : 'ENGINE_UNAVAILABLE')
}

/** The function deletes the picture; this does, too, in case it never ran. */
const dropUploaded = (fileID: string): Promise<unknown> =>
  wx.cloud.deleteFile({ fileList: [fileID] }).catch(() => undefined)

/** Uploads a picture, has it recognized and sees that it is deleted afterwards, whatever happened. */
export function startRecognition(
  photoPath: string,
  type: RecognitionType,
  onProgress: (progress: Progress) => void,
): RecognitionTask {
  let isCancelled = false
  let cancel = (): void => undefined
  const cancelled = new Promise<never>((_, reject) => {
    cancel = () => {
      isCancelled = true
      reject(new RecognitionError('CANCELLED'))
    }
  })

  async function upload(): Promise<string> {
    onProgress({ stage: 'upload', percent: 0 })
    return new Promise((resolve, reject) => {
      const task = wx.cloud.uploadFile({
        cloudPath: cloudPath(),
        filePath: photoPath,
        success: ({ fileID }) => resolve(fileID),
        fail: reject,
      })
      task.onProgressUpdate(({ progress }) => onProgress({ stage: 'upload', percent: progress }))
      cancelled.catch(() => task.abort())
    })
  }

  async function run(): Promise<Recognition> {
    const fileID = await upload()
    try {
      if (isCancelled) return await cancelled
      onProgress({ stage: 'recognize' })
      const data: RecognizeRequest = { type, fileID }
      const { result } = await Promise.race([wx.cloud.callFunction({ name: FUNCTION_NAME, data }), cancelled])
      return readFunctionReply(result)
    } finally {
      void dropUploaded(fileID)
    }
  }

  const result = Promise.race([run(), cancelled]).catch((error: unknown) => {
    throw toRecognitionError(error, cloudErrorCode(error))
  })
  return { result, cancel }
}
