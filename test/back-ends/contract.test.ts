import { type ErrorCode, RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { failure, type OpenapiCall, type OpenapiReply } from '../../simulator/cloud/openapi/call'
import { errorReply } from '../recognition/error-reply'
import { fakeEngine, picture, pictureOf, RECOGNITION } from '../recognition/pictures'
import { BACK_ENDS, type BackEnd } from './back-ends'
import { anotherPicture } from './pictures'

describe.each(BACK_ENDS)('%s', (_name, start) => {
  const reader = fakeEngine()
  const calls: OpenapiCall[] = []
  let fault: (call: OpenapiCall) => OpenapiReply | undefined
  let backEnd: BackEnd

  beforeAll(async () => {
    backEnd = await start({
      engine: reader,
      fault: (call) => {
        calls.push(call)
        return fault(call)
      },
    })
  })
  afterAll(() => backEnd.close())
  beforeEach(() => {
    fault = () => undefined
    calls.length = 0
    reader.calls.length = 0
  })

  const recognize = async (): Promise<RecognizeReply> => backEnd.recognize({ bytes: await anotherPicture() })

  test.each([
    ['photo', 'jpeg', 'jpg'],
    ['photo', 'png', 'png'],
    ['scan', 'jpeg', 'jpg'],
    ['scan', 'png', 'png'],
  ] as const)('reads a %s in a %s', async (type, format, extension) => {
    const bytes = await anotherPicture(format)
    const reply = await backEnd.recognize({ bytes, type })
    expect(reply).toMatchObject({ ok: true, recognition: RECOGNITION, engine: 'wechat', quota: { limit: 100000 } })
    expect(calls).toMatchObject([{ type, img: { filename: expect.stringMatching(`\\.${extension}$`) as string } }])
    expect(reader.calls[0]?.image.bytes.equals(bytes)).toBe(true)
  })

  test('reads an old spelling; all of them are the reply reader’s', async () => {
    fault = () => ({ json: { errcode: 0, errmsg: 'ok', vhicle_type: 'X1' } })
    await expect(recognize()).resolves.toMatchObject({ ok: true, recognition: { license: { vehicleType: 'X1' } } })
  })

  test.each<[number, ErrorCode, number, string?]>([
    [-1, 'ENGINE_BUSY', 3],
    [40164, 'NOT_AUTHORIZED', 1],
    [41005, 'ENGINE_UNAVAILABLE', 1],
    [43002, 'ENGINE_UNAVAILABLE', 1],
    [45001, 'IMAGE_TOO_LARGE', 1],
    [45011, 'RATE_LIMITED', 1],
    [48001, 'NOT_AUTHORIZED', 1],
    [101001, 'NOT_A_LICENSE', 1],
    [54321, 'ENGINE_UNAVAILABLE', 1],
  ])('WeChat’s %i is answered as %s, after %i calls', async (errcode, code, times) => {
    fault = () => failure(errcode, 'rid: 1')
    await expect(recognize()).resolves.toEqual(errorReply(code, errcode))
    expect(calls).toHaveLength(times)
  })

  // The cloud's SDK has no token that it could renew; the server's own is renewed once.
  test.each([40001, 40014, 42001])('%i, a token refused for good, is answered as NOT_AUTHORIZED', async (errcode) => {
    fault = () => failure(errcode, 'rid: 1')
    await expect(recognize()).resolves.toEqual(errorReply('NOT_AUTHORIZED', errcode))
    expect(calls.length).toBeLessThanOrEqual(2)
  })

  test('what WeChat says once in passing is tried again', async () => {
    fault = () => (calls.length < 3 ? failure(-1, 'system error') : undefined)
    await expect(recognize()).resolves.toMatchObject({ ok: true })
    expect(calls).toHaveLength(3)
  })

  test.each<[string, OpenapiReply, number]>([
    ['an empty 200', 'empty', 1],
    ['half a reply', 'truncated', 1],
    ['what is not WeChat’s', 'not-json', 1],
    ['a reply without fields', { json: { errcode: 0, errmsg: 'ok' } }, 1],
    ['a 500', { status: 500 }, 3],
    ['a connection that is cut', 'reset', 3],
    ['an error of the gateway', { gatewayError: { code: 'SYS_ERR', message: 'boom' } }, 3],
  ])('%s is answered as ENGINE_UNAVAILABLE', async (_, reply, times) => {
    fault = () => reply
    await expect(recognize()).resolves.toMatchObject({ ok: false, error: { code: 'ENGINE_UNAVAILABLE' } })
    expect(calls.length).toBeLessThanOrEqual(times)
  })

  test('a picture without a license is told as WeChat tells it', async () => {
    const recognizeNothing = jest.spyOn(reader, 'recognize')
    recognizeNothing.mockRejectedValue(new RecognitionError('NOT_A_LICENSE'))
    await expect(recognize()).resolves.toEqual(errorReply('NOT_A_LICENSE', 101001))
    recognizeNothing.mockRestore()
  })

  test.each<[string, () => Promise<Buffer>, ErrorCode]>([
    ['a truncated picture', async () => (await picture('jpeg', 800, 600)).subarray(0, -200), 'IMAGE_UNREADABLE'],
    ['text', () => Promise.resolve(Buffer.from('hello')), 'IMAGE_UNREADABLE'],
    ['an empty file', () => Promise.resolve(Buffer.alloc(0)), 'IMAGE_UNREADABLE'],
    ['a GIF', () => picture('gif'), 'IMAGE_UNREADABLE'],
    ['WebP, which WeChat does not read', () => picture('webp'), 'IMAGE_UNREADABLE'],
    ['a picture over 2 MB', () => pictureOf(2_000_001), 'IMAGE_TOO_LARGE'],
    ['a thumbnail', () => picture('jpeg', 80, 60), 'IMAGE_TOO_SMALL'],
  ])('%s is refused without a call', async (_, file, code) => {
    await expect(backEnd.recognize({ bytes: await file() })).resolves.toEqual(errorReply(code))
    expect(calls).toHaveLength(0)
  })

  test('a picture of 2,000,000 bytes is taken', async () => {
    await expect(backEnd.recognize({ bytes: await pictureOf(2_000_000) })).resolves.toMatchObject({ ok: true })
  })

  test('another type is INVALID_REQUEST', async () => {
    const sent = { bytes: await anotherPicture(), type: 'video' as never }
    await expect(backEnd.recognize(sent)).resolves.toEqual(errorReply('INVALID_REQUEST'))
    expect(calls).toHaveLength(0)
  })

  test('the same picture again costs no call, also when both come at once; with another key it does', async () => {
    const bytes = await anotherPicture()
    const [one, two] = await Promise.all([backEnd.recognize({ bytes }), backEnd.recognize({ bytes })])
    expect(two).toEqual(one)
    await expect(backEnd.recognize({ bytes })).resolves.toEqual(one)
    expect(calls).toHaveLength(1)
    await expect(backEnd.recognize({ bytes, idempotencyKey: 'anew' })).resolves.toMatchObject({ ok: true })
    await expect(backEnd.recognize({ bytes, person: 'another' })).resolves.toMatchObject({ ok: true })
    expect(calls).toHaveLength(3)
  })
})

test('both answer the same for the same picture', async () => {
  const bytes = await anotherPicture()
  const replies: RecognizeReply[] = []
  for (const [, start] of BACK_ENDS) {
    const backEnd = await start({ fault: () => undefined })
    try {
      replies.push(await backEnd.recognize({ bytes }))
    } finally {
      await backEnd.close()
    }
  }
  expect(replies[0]).toMatchObject({ ok: true })
  expect(replies[1]).toEqual(replies[0])
})
