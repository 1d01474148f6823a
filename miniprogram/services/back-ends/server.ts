import type { ServerConfig } from '../../config'
import { networkErrorCode } from '../platform/errors'
import type { BackEnd, SentPicture, SendOptions } from './back-end'
import { errorOf } from './reply'
import { createSession } from './session'
import { upload } from './upload'

const parse = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const isExpired = (reply: unknown): boolean => errorOf(reply).code === 'SESSION_EXPIRED'

/** The companion server: it replies to the upload with the recognition. */
export function createServerBackEnd(config: ServerConfig): BackEnd {
  const url = config.url.replace(/\/+$/, '')
  const session = createSession(url)

  async function post({ path, type }: SentPicture, options: SendOptions, token: string): Promise<unknown> {
    const { data } = await upload<{ data: string }>(
      (callbacks) =>
        wx.uploadFile({
          url: `${url}/vehicle-license`,
          name: 'image',
          filePath: path,
          formData: { type },
          header: { Authorization: `Bearer ${token}` },
          ...callbacks,
        }),
      options,
    )
    return parse(data)
  }

  return {
    launch: () => undefined,
    async send(picture, options) {
      options.onProgress({ stage: 'upload', percent: 0 })
      const token = await session.token()
      options.cancellation.throwIfCancelled()
      const reply = await post(picture, options, token)
      if (!isExpired(reply)) return reply
      session.drop(token)
      const renewed = await session.token()
      options.cancellation.throwIfCancelled()
      return post(picture, options, renewed)
    },
    errorCode: networkErrorCode,
  }
}
