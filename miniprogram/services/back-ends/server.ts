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

/** The companion server: one upload, with a session of the person who sends it, is answered with the reading. */
export function createServerBackEnd(config: ServerConfig): BackEnd {
  const url = config.url.replace(/\/+$/, '')
  const session = createSession(url)

  async function post({ path, type }: SentPicture, watch: SendOptions, token: string): Promise<unknown> {
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
      watch,
    )
    return parse(data)
  }

  return {
    launch: () => undefined,
    async send(photo, watch) {
      watch.onProgress({ stage: 'upload', percent: 0 })
      const token = await session.token()
      watch.cancellation.throwIfCancelled()
      const reply = await post(photo, watch, token)
      if (!isExpired(reply)) return reply
      session.drop(token)
      const renewed = await session.token()
      watch.cancellation.throwIfCancelled()
      return post(photo, watch, renewed)
    },
    errorCode: networkErrorCode,
  }
}
