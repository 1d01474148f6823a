import type { SendProgress } from '../../../miniprogram/services/back-ends/back-end'
import { createServerBackEnd } from '../../../miniprogram/services/back-ends/server'
import { startRecognition } from '../../../miniprogram/services/recognition/recognize'
import { ERRORS, type ErrorCode } from '../../../miniprogram/vehicle-license/errors'
import type { RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { RECOGNITION } from '../../recognition/pictures'
import { FakeUpload, REPLY, type UploadOptions } from '../../wx/upload'
import { settled, useWx } from '../../wx/use-wx'

const URL = 'https://license.example.com'
const PHOTO = { path: 'wxfile://tmp_a.jpg', type: 'photo' } as const

interface RequestOptions {
  readonly url: string
  readonly data: unknown
  readonly success: (response: { data: unknown; statusCode: number }) => void
  readonly fail: (error: object) => void
}
type Sent = UploadOptions & { url: string; name: string; formData: object; header: { Authorization: string } }

let uploads: FakeUpload<Sent>[]
let logins: RequestOptions[]
let answerLogin: (options: RequestOptions, nth: number) => void

const grant =
  (expiresInS: number) =>
  ({ success }: RequestOptions, nth: number): void => {
    success({ data: { session: `session-${nth}`, expiresInS }, statusCode: 200 })
  }

beforeEach(() => {
  ;[uploads, logins] = [[], []]
  answerLogin = grant(3600)
  useWx({
    login: () => Promise.resolve({ code: 'code-a' }),
    request(options: RequestOptions) {
      answerLogin(options, logins.push(options))
    },
    uploadFile(options: Sent) {
      const upload = new FakeUpload(options)
      uploads.push(upload)
      return upload
    },
  })
})

const failed = (code: ErrorCode, wechatCode?: number): RecognizeReply => ({
  ok: false,
  error: { code, message: ERRORS[code].en, retryable: ERRORS[code].retryable, ...(wechatCode && { wechatCode }) },
})

/** Recognizes pictures with one back end, each upload answered by the next of the replies. */
function recognizing(url = URL) {
  const backEnd = createServerBackEnd({ kind: 'server', url })
  return async (...replies: unknown[]) => {
    const progress: SendProgress[] = []
    const task = startRecognition(PHOTO, (step) => progress.push(step), backEnd)
    for (const reply of replies) {
      await settled()
      uploads.at(-1)?.options.success({ data: typeof reply === 'string' ? reply : JSON.stringify(reply) })
    }
    return { ...task, progress }
  }
}

const tokens = (): string[] => uploads.map(({ options }) => options.header.Authorization)

test('logs in, sends the picture and returns the recognition', async () => {
  const { result } = await recognizing()({ ...REPLY, quota: { used: 1, limit: 100 } })
  expect(await result).toEqual({ recognition: RECOGNITION, engine: 'wechat', quota: { used: 1, limit: 100 } })
  expect(logins).toMatchObject([{ url: `${URL}/login`, data: { code: 'code-a' } }])
  expect(uploads.map(({ options }) => options)).toMatchObject([
    {
      url: `${URL}/vehicle-license`,
      name: 'image',
      filePath: PHOTO.path,
      formData: { type: 'photo' },
      header: { Authorization: 'Bearer session-1' },
    },
  ])
})

test('accepts a trailing slash in the URL', async () => {
  await recognizing(`${URL}/`)(REPLY)
  expect(logins[0]?.url).toBe(`${URL}/login`)
  expect(uploads[0]?.options.url).toBe(`${URL}/vehicle-license`)
})

test('logs in once per session', async () => {
  const recognize = recognizing()
  await recognize(REPLY)
  await recognize(REPLY)
  expect(tokens()).toEqual(['Bearer session-1', 'Bearer session-1'])
})

test('parallel pictures share a login', async () => {
  const recognize = recognizing()
  await Promise.all([recognize(), recognize()])
  await settled()
  expect(tokens()).toEqual(['Bearer session-1', 'Bearer session-1'])
})

test('logs in again after the session has expired', async () => {
  answerLogin = grant(0)
  const recognize = recognizing()
  await recognize(REPLY)
  await recognize(REPLY)
  expect(tokens()).toEqual(['Bearer session-1', 'Bearer session-2'])
})

test('renews a rejected session and sends the picture again', async () => {
  const { result } = await recognizing()(failed('SESSION_EXPIRED'), REPLY)
  expect(await result).toMatchObject({ recognition: RECOGNITION })
  expect(tokens()).toEqual(['Bearer session-1', 'Bearer session-2'])
})

test('reports a session that is rejected twice', async () => {
  const { result } = await recognizing()(failed('SESSION_EXPIRED'), failed('SESSION_EXPIRED'))
  await expect(result).rejects.toMatchObject({ code: 'SESSION_EXPIRED' })
  expect(uploads).toHaveLength(2)
})

test('passes on the server’s error with WeChat’s number', async () => {
  const { result } = await recognizing()(failed('NOT_AUTHORIZED', 40164))
  await expect(result).rejects.toMatchObject({ code: 'NOT_AUTHORIZED', details: { wechatCode: 40164 } })
})

test('passes on known warnings', async () => {
  const warnings = ['GLARE', 'FROM_A_NEWER_SERVER', 'BLURRED']
  const { result } = await recognizing()({ ...REPLY, recognition: { ...RECOGNITION, warnings } })
  expect(await result).toMatchObject({ recognition: { ...RECOGNITION, warnings: ['BLURRED', 'GLARE'] } })
})

test.each(['GLARE', null, {}])('drops malformed warnings: %j', async (warnings) => {
  const { result } = await recognizing()({ ...REPLY, recognition: { ...RECOGNITION, warnings } })
  expect((await result).recognition).toEqual(RECOGNITION)
})

test.each(['', '<html>502 Bad Gateway</html>', 'null', '[]', '{"ok":true}', '{"ok":false,"error":{"code":"E_OTHER"}}'])(
  'a reply that is none: %s',
  async (body) => {
    const { result } = await recognizing()(body)
    await expect(result).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' })
  },
)

test.each<[string, ErrorCode]>([
  ['uploadFile:fail timeout', 'TIMEOUT'],
  ['uploadFile:fail errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED', 'NETWORK_UNAVAILABLE'],
  ['uploadFile:fail url not in domain list', 'NOT_AUTHORIZED'],
])('%s is told as %s', async (errMsg, code) => {
  const { result } = await recognizing()()
  await settled()
  uploads[0]?.options.fail({ errMsg })
  await expect(result).rejects.toMatchObject({ code })
})

describe('a login that fails', () => {
  test('is reported, and retried with the next picture', async () => {
    const recognize = recognizing()
    answerLogin = ({ fail }) => fail({ errMsg: 'request:fail ' })
    const { result } = await recognize()
    await expect(result).rejects.toMatchObject({ code: 'NETWORK_UNAVAILABLE' })
    answerLogin = grant(3600)
    expect(await (await recognize(REPLY)).result).toMatchObject({ recognition: RECOGNITION })
  })

  test.each<[unknown, ErrorCode]>([
    [failed('NOT_AUTHORIZED'), 'NOT_AUTHORIZED'],
    ['<html>', 'ENGINE_UNAVAILABLE'],
    [undefined, 'ENGINE_UNAVAILABLE'],
  ])('is told by what the server says: %j', async (data, code) => {
    answerLogin = ({ success }) => success({ data, statusCode: 500 })
    const { result } = await recognizing()()
    await expect(result).rejects.toMatchObject({ code })
    expect(uploads).toEqual([])
  })
})

test('the recognition starts when all bytes are sent', async () => {
  const { progress } = await recognizing()()
  await settled()
  uploads[0]?.progress(60)
  uploads[0]?.progress(100)
  expect(progress).toEqual([
    { stage: 'upload', percent: 0 },
    { stage: 'upload', percent: 0 },
    { stage: 'upload', percent: 60 },
    { stage: 'recognize' },
  ])
})

test('cancel aborts the upload', async () => {
  const { result, cancel } = await recognizing()()
  await settled()
  cancel()
  await expect(result).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(uploads[0]?.aborted).toBe(true)
})

test('cancel during the login sends nothing', async () => {
  answerLogin = () => undefined
  const { result, cancel } = await recognizing()()
  cancel()
  await expect(result).rejects.toMatchObject({ code: 'CANCELLED' })
  await settled()
  logins[0]?.success({ data: { session: 'late', expiresInS: 60 }, statusCode: 200 })
  await settled()
  expect(uploads).toEqual([])
})
