import type { WechatWire } from '../../../recognition/wechat/wire'
import { callVehicleLicense } from './cloud'

/** WeChat's OCR as a cloud call. The SDK cannot cancel one: after a timeout it goes on in the background. */
export const cloudCallWire: WechatWire = {
  async send(input, type) {
    if ('imgUrl' in input) return callVehicleLicense({ type, imgUrl: await input.imgUrl() })
    const { bytes, contentType } = input.img
    return callVehicleLicense({ type, img: { contentType, value: bytes } })
  },
}
