import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { isRecognitionType } from '../../../miniprogram/vehicle-license/recognition'
import type { ImageSource } from '../../../recognition/image-source'
import { HTTPS_PATH } from '../../../recognition/wechat/api'
import { type Form, readForm } from '../../form'
import { callerOfClient } from '../../plugins/caller'
import { requestSignal } from '../../request-signal'
import { encodeAnswer, REFUSALS } from '../../wechat/replies'
import { WechatReply } from './reply'

const Query = Type.Object({
  type: Type.Optional(Type.String({ description: 'photo (default) or scan; may be a form field' })),
  img_url: Type.Optional(Type.String({ description: 'URL of the picture, if it is not sent itself' })),
  access_token: Type.Optional(Type.String({ description: 'From this server’s /cgi-bin/token' })),
})
const about = { tags: ['wechat'], response: { 200: WechatReply } }
const schema = {
  ...about,
  summary: 'Recognize a vehicle license, compatible with WeChat’s API',
  description: 'Like WeChat’s ocr.vehicleLicense over HTTPS: multipart `img`, or `img_url`.',
  consumes: ['multipart/form-data'],
  querystring: Query,
}

/** In WeChat's documentation, and in WxJava. */
const FILE_NAMES = ['img', 'file']
/** WeChat's documentation no longer lists the parameter, and popular clients omit it. */
const DEFAULT_TYPE = 'photo'

/** Reads a multipart form, or a URL-encoded one without a picture. */
async function findForm(request: FastifyRequest): Promise<Form> {
  if (request.isMultipart()) return readForm(request, FILE_NAMES)
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
  const text = isForm && Buffer.isBuffer(request.body) ? request.body.toString() : ''
  return { fields: Object.fromEntries(new URLSearchParams(text)) }
}

/** `POST /cv/ocr/driving`, for unmodified WeChat clients with this server as base URL. */
// eslint-disable-next-line @typescript-eslint/require-await -- Fastify wants it so.
export const drivingRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const { recognizer, config, fetchPublic } = app.services

  const findToken = (token: string | undefined) => {
    if (token === undefined || token === '') return REFUSALS.tokenMissing
    const verified = app.accessTokens.verify(token)
    if (verified.state === 'expired') return REFUSALS.tokenExpired
    if (verified.state === 'invalid' || !config.apiClients.has(verified.subject)) return REFUSALS.invalidToken
    return callerOfClient(verified.subject)
  }

  function findImage({ file }: Form, url: string | undefined): ImageSource | undefined {
    if (file) return { bytes: file }
    if (url === undefined || url === '') return undefined
    return { url: () => Promise.resolve(url), download: (signal) => fetchPublic(url, signal) }
  }

  app.get(HTTPS_PATH, { schema: { ...about, hide: true } }, () => REFUSALS.postRequired)

  app.post(HTTPS_PATH, { schema }, async (request, reply) => {
    const signal = requestSignal(reply)
    const { img_url: url, access_token: token } = request.query
    const caller = findToken(token)
    if ('errcode' in caller) return caller
    const form = await findForm(request)
    const type = request.query.type ?? form.fields.type ?? DEFAULT_TYPE
    if (!isRecognitionType(type)) return REFUSALS.invalidArgs
    const image = findImage(form, url)
    if (!image) return REFUSALS.mediaMissing

    return encodeAnswer(
      await recognizer.recognize({
        ...caller,
        type,
        budgetMs: config.requestBudgetMs,
        signal,
        load: () => Promise.resolve(image),
      }),
    )
  })
}
