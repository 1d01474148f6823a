/** The API's name under `cloud.openapi`, as it is asked for in config.json. WeChat's page also calls it `ocr.drivingLicense`. */
export const CLOUD_CALL = 'ocr.vehicleLicense'

/** Where the HTTPS form is asked from, and the path of the API there. */
export const HTTPS_HOST = 'https://api.weixin.qq.com'
export const HTTPS_PATH = '/cv/ocr/driving'
export const TOKEN_PATH = '/cgi-bin/stable_token'

/** Exchanges the code of `wx.login` for the openid. */
export const LOGIN_PATH = '/sns/jscode2session'
