import type { RecognitionType } from '../../miniprogram/vehicle-license/recognition'
import type { LicenseImage } from '../engine'

/** A picture as WeChat takes it: its bytes, or a URL that WeChat downloads. */
export type WechatInput = { readonly img: LicenseImage } | { readonly imgUrl: () => Promise<string> }

/** The connection to WeChat's OCR for one recognition: a cloud call, or HTTPS. */
export interface WechatWire {
  /**
   * Makes one call and resolves with the raw reply, even if it reports an error.
   *
   * @throws WechatFailure or the SDK's `{ errCode, errMsg }` if no reply came; the signal's reason
   */
  send(input: WechatInput, type: RecognitionType, signal: AbortSignal): Promise<unknown>
  /** Replaces the access token last sent, which WeChat refused. Cloud calls have none. */
  renewToken?(signal: AbortSignal): Promise<void>
}

export type OpenWire = () => WechatWire
