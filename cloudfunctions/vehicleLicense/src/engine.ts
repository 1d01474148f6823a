import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { readReply } from '../../../miniprogram/vehicle-license/read-reply'
import type { Recognition, RecognitionType } from '../../../miniprogram/vehicle-license/recognition'
import type { Engine, LicenseImage } from '../../../recognition/engine'
import { checkImage } from '../../../recognition/wechat/check-image'
import { readFailure, type WechatFailure } from '../../../recognition/wechat/failures'
import { callVehicleLicense, type LicenseCall } from './cloud'
import type { Way } from './config'

type Attempt = { readonly recognition: Recognition } | { readonly failure: WechatFailure }

async function attempt(call: LicenseCall): Promise<Attempt> {
  try {
    return { recognition: readReply(await callVehicleLicense(call)) }
  } catch (error) {
    if (error instanceof RecognitionError) throw error
    const failure = readFailure(error)
    if (failure === undefined) throw error
    return { failure }
  }
}

/**
 * WeChat's OCR as a cloud call. Where the picture does not arrive or cannot be decoded the first way
 * (101000, 101002), it is sent the other way, once.
 *
 * @param first - the way to begin with
 * @param temporaryUrl - gives the address of the picture for the way `url`
 */
export function createCloudCallEngine(first: Way, temporaryUrl: () => Promise<string>): Engine {
  const send: Record<Way, (image: LicenseImage, type: RecognitionType) => Promise<Attempt>> = {
    bytes: ({ bytes, contentType }, type) => attempt({ type, img: { contentType, value: bytes } }),
    url: async (_, type) => attempt({ type, imgUrl: await temporaryUrl() }),
  }

  return {
    async recognize(image, { type, signal }) {
      checkImage(image)
      const one = await send[first](image, type)
      if ('recognition' in one) return one.recognition
      if (one.failure.treatment !== 'other-way' || signal.aborted) throw one.failure.error

      const other = await send[first === 'bytes' ? 'url' : 'bytes'](image, type)
      if ('recognition' in other) return other.recognition
      // Where neither way helps, what was said of the bytes is about the picture and not about an address.
      const both = other.failure.treatment === 'other-way'
      throw both && first === 'bytes' ? one.failure.error : other.failure.error
    },
  }
}
