import type { Engine } from '../../engine'
import type { Meter } from '../../limits/allowance'
import { checkImage } from '../../wechat/check-image'
import { recognizeWithWechat, type RetryPolicy } from '../../wechat/recognize'
import { createHttpsWire, type HttpsWireOptions } from './wire'

/** Counts nothing: for who calls on an account of their own, by hand. */
const nothing = (): Promise<void> => Promise.resolve()
const UNMETERED: Meter = {
  take: () => Promise.resolve({ quota: { used: 0, limit: 0 }, giveBack: nothing, closeDay: nothing }),
}

export interface HttpsEngineOptions extends HttpsWireOptions {
  readonly retry?: RetryPolicy
}

/** WeChat's OCR over HTTPS as an engine by itself. */
export function createHttpsEngine({ retry, ...options }: HttpsEngineOptions): Engine {
  const open = createHttpsWire(options)
  return {
    async recognize(image, { type, signal }) {
      checkImage(image)
      const { recognition } = await recognizeWithWechat(open(), [{ img: image }], {
        type,
        signal,
        meter: UNMETERED,
        ...(retry && { retry }),
      })
      return recognition
    },
  }
}
