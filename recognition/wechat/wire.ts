import type { RecognitionType } from '../../miniprogram/vehicle-license/recognition'
import type { LicenseImage } from '../engine'

/** How WeChat is given a picture: as bytes, or as a URL that WeChat downloads. */
export type Sending = { readonly img: LicenseImage } | { readonly imgUrl: () => Promise<string> }

/** A way to WeChat's OCR, the cloud call or HTTPS, opened for one recognition. */
export interface WechatWire {
  /**
   * One call. Resolves with the reply as it came, an error in it included.
   *
   * @throws WechatFailure, or the SDK's `{ errCode, errMsg }`, where no reply came; the signal's reason
   */
  send(sending: Sending, type: RecognitionType, signal: AbortSignal): Promise<unknown>
  /** Puts another access token in the place of the one last sent, which was refused; only where there are tokens. */
  renewToken?(signal: AbortSignal): Promise<void>
}

export type OpenWire = () => WechatWire
