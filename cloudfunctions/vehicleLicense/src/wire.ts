import type { WechatWire } from '../../../recognition/wechat/wire'
import { callVehicleLicense } from './cloud'

/** WeChat's OCR as a cloud call. The SDK cannot be stopped: a call that was given up goes on by itself. */
export const cloudCallWire: WechatWire = {
  async send(sending, type) {
    if ('imgUrl' in sending) return callVehicleLicense({ type, imgUrl: await sending.imgUrl() })
    const { bytes, contentType } = sending.img
    return callVehicleLicense({ type, img: { contentType, value: bytes } })
  },
}
