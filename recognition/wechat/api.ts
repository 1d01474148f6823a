import type { ContentType } from '../engine'

/** The API's name under `cloud.openapi` and in config.json. WeChat's page also calls it `ocr.drivingLicense`. */
export const CLOUD_CALL = 'ocr.vehicleLicense'

export const HTTPS_HOST = 'https://api.weixin.qq.com'
/** The OCR over HTTPS. */
export const HTTPS_PATH = '/cv/ocr/driving'
export const TOKEN_PATH = '/cgi-bin/stable_token'
/** Exchanges the code of `wx.login` for the openid. */
export const LOGIN_PATH = '/sns/jscode2session'

/** What WeChat's OCR can decode. */
export const WECHAT_ACCEPTS: readonly ContentType[] = ['image/jpeg', 'image/png']
