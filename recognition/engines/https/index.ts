import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { Engine } from '../../engine'
import { createWechatEngine, type RetryPolicy } from '../../wechat/engine'
import type { EngineDefinition } from '../definition'
import { createHttpsWire, type HttpsWireOptions } from './wire'

export interface HttpsEngineOptions extends HttpsWireOptions {
  readonly retry?: RetryPolicy
}

/** WeChat's OCR over HTTPS. */
export const createHttpsEngine = ({ retry, ...options }: HttpsEngineOptions): Engine =>
  createWechatEngine({ open: createHttpsWire(options), ...(retry && { retry }) })

export const https: EngineDefinition = {
  name: 'wechat',
  about: 'WeChat’s, reads WECHAT_APPID and WECHAT_SECRET',
  requires: ['WECHAT_APPID', 'WECHAT_SECRET'],
  reserve: 0.5,
  create({ wechat, tokenStore, retry }) {
    if (!wechat) throw new RecognitionError('NOT_AUTHORIZED')
    return createHttpsEngine({ ...wechat, ...(tokenStore && { tokenStore }), ...(retry && { retry }) })
  },
}
