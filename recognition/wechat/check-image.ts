import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import { MAX_SENT_BYTES } from '../../miniprogram/image/limits'
import type { LicenseImage } from '../engine'
import type { ContentType } from '../inspect'

/** What WeChat's OCR can decode. */
export const WECHAT_ACCEPTS: readonly ContentType[] = ['image/jpeg', 'image/png']

/**
 * Spares a call, and the quota it costs, that WeChat would refuse.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE` for a type WeChat does not take, `IMAGE_TOO_LARGE` over 2 MB.
 */
export function checkImage(image: LicenseImage): void {
  if (!WECHAT_ACCEPTS.includes(image.contentType)) throw new RecognitionError('IMAGE_UNREADABLE')
  if (image.bytes.length > MAX_SENT_BYTES) throw new RecognitionError('IMAGE_TOO_LARGE')
}
