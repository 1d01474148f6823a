import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { isRecognitionType } from '../../../miniprogram/vehicle-license/recognition'
import type { Engine } from '../../../recognition/engine'
import { inspect } from '../../../recognition/inspect'
import { WECHAT_ACCEPTS } from '../../../recognition/wechat/api'
import { encodeFailure } from '../../../recognition/wechat/encode-failure'
import { encodeReply } from '../../../recognition/wechat/encode-reply'
import type { StoredFile } from '../files'
import { failure, type OpenapiCall, type OpenapiReply } from './call'

interface VehicleLicenseOptions {
  readonly engine: Engine
  /** Finds a file of the cloud storage; other URLs are never fetched. */
  readonly download: (url: unknown) => StoredFile | undefined
}

/** Answers `ocr.vehicleLicense` like WeChat, by reading the picture with the engine. */
export async function answerVehicleLicense(
  { type, img, imgUrl }: OpenapiCall,
  { engine, download }: VehicleLicenseOptions,
  signal: AbortSignal,
): Promise<OpenapiReply> {
  if (!isRecognitionType(type)) return failure(40097, 'invalid args')
  if (img === undefined && imgUrl === undefined) return failure(41005, 'media data missing')
  const bytes = (img ?? download(imgUrl))?.bytes
  if (bytes === undefined) return failure(101000, 'invalid image url')

  try {
    const image = inspect(bytes, { accept: WECHAT_ACCEPTS })
    const recognition = await engine.recognize(image, { type, signal })
    return { json: encodeReply(recognition, recognition.imageSize ?? image) }
  } catch (error) {
    if (!(error instanceof RecognitionError)) throw error
    return { json: encodeFailure(error.code) }
  }
}
