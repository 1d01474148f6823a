import { type ErrorCode, RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { Engine } from '../../../recognition/engine'
import { inspect } from '../../../recognition/inspect'
import { WECHAT_ACCEPTS } from '../../../recognition/wechat/check-image'
import type { StoredFile } from '../files'
import { failure, type OpenapiCall, type OpenapiReply } from './call'
import { encodeReply } from './encode-reply'

/** What WeChat says where an engine says one of our words; -1 for all others. */
const FAILURES: Partial<Record<ErrorCode, readonly [errcode: number, errmsg: string]>> = {
  IMAGE_TOO_LARGE: [45001, 'media size out of limit'],
  IMAGE_UNREADABLE: [101002, 'not valid image data'],
  IMAGE_TOO_SMALL: [101001, 'not certificate'],
  NOT_A_LICENSE: [101001, 'not certificate'],
  NOT_AUTHORIZED: [48001, 'api unauthorized'],
  QUOTA_EXHAUSTED: [45009, 'reach max api daily quota limit'],
  RATE_LIMITED: [45011, 'api minute-quota reach limit, must slower, retry next minute'],
}

export interface VehicleLicenseOptions {
  readonly engine: Engine
  /** Finds what a URL leads to; only the cloud's own files are ever fetched. */
  readonly download: (url: unknown) => StoredFile | undefined
}

/** Answers `ocr.vehicleLicense` as WeChat would, reading the picture that arrived. */
export async function answerVehicleLicense(
  { type, img, imgUrl }: OpenapiCall,
  { engine, download }: VehicleLicenseOptions,
  signal: AbortSignal,
): Promise<OpenapiReply> {
  if (type !== 'photo' && type !== 'scan') return failure(40097, 'invalid args')
  if (img === undefined && imgUrl === undefined) return failure(41005, 'media data missing')
  const bytes = (img ?? download(imgUrl))?.bytes
  if (bytes === undefined) return failure(101000, 'invalid image url')

  try {
    const image = inspect(bytes, { accept: WECHAT_ACCEPTS })
    const recognition = await engine.recognize(image, { type, signal })
    return { json: encodeReply(recognition, recognition.imageSize ?? image) }
  } catch (error) {
    if (!(error instanceof RecognitionError)) throw error
    return failure(...(FAILURES[error.code] ?? ([-1, 'system error'] as const)))
  }
}
