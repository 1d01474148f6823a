import { setTimeout as sleep } from 'node:timers/promises'
import { ERRORS, type ErrorCode, RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { bilingual } from '../../miniprogram/vehicle-license/text'
import { failure, type OpenapiCall, type OpenapiReply } from '../../simulator/cloud/openapi/call'
import { fakeEngine, picture, pictureOf, RECOGNITION } from '../recognition/pictures'
import { type StartedCloud, startCloud } from '../simulator/cloud/start'

// The bundled function in its own process, on the unmodified SDK.
const reader = fakeEngine()
const calls: OpenapiCall[] = []
let fault: (call: OpenapiCall) => OpenapiReply | undefined
let started: StartedCloud

beforeAll(async () => {
  started = await startCloud({
    engine: reader,
    fault: (call) => {
      calls.push(call)
      return fault(call)
    },
  })
})
afterAll(() => started.close())
beforeEach(() => {
  fault = () => undefined
  calls.length = 0
  reader.calls.length = 0
})
// Whatever happened: no person's picture stays behind.
afterEach(() => {
  expect([...started.cloud.files.keys()]).toEqual([])
})

async function recognize(bytes: Uint8Array, type = 'photo'): Promise<RecognizeReply> {
  const fileID = await started.upload(bytes)
  return (await started.callFunction({ type, fileID })) as RecognizeReply
}

const errorReply = (code: ErrorCode, wechatCode?: number) => ({
  ok: false,
  error: {
    code,
    message: bilingual(ERRORS[code]),
    retryable: ERRORS[code].retryable,
    ...(wechatCode !== undefined && { wechatCode }),
  },
})

test.each([
  ['photo', 'jpeg', 'img.jpg'],
  ['scan', 'png', 'img.png'],
] as const)('reads a %s in a %s', async (type, format, filename) => {
  const bytes = await picture(format)
  await expect(recognize(bytes, type)).resolves.toEqual({ ok: true, recognition: RECOGNITION })
  expect(calls).toMatchObject([{ type, img: { filename }, imgUrl: undefined }])
  expect(reader.calls[0]?.image.bytes.equals(bytes)).toBe(true)
})

test.each([
  ['vhicle_type', 'vehicleType'],
  ['vehicle_type', 'vehicleType'],
  ['totalprepare_quality_quality', 'prepareQuality'],
  ['totalprepare_quality', 'prepareQuality'],
  ['prepare_quality', 'prepareQuality'],
  ['engin_num', 'engineNum'],
  ['engine_num', 'engineNum'],
  ['plate_num_b', 'plateNumB'],
])('reads the spelling %s', async (spelling, key) => {
  fault = () => ({ json: { errcode: 0, errmsg: 'ok', [spelling]: 'X1' } })
  await expect(recognize(await picture('jpeg'))).resolves.toMatchObject({
    ok: true,
    recognition: { license: { [key]: 'X1' } },
  })
})

test.each<[number, ErrorCode, string?]>([
  [-1, 'ENGINE_BUSY'],
  [40001, 'NOT_AUTHORIZED'],
  [40014, 'NOT_AUTHORIZED'],
  [42001, 'NOT_AUTHORIZED'],
  [40164, 'NOT_AUTHORIZED'],
  [41005, 'ENGINE_UNAVAILABLE'],
  [45009, 'QUOTA_EXHAUSTED'],
  [45011, 'RATE_LIMITED'],
  [48001, 'NOT_AUTHORIZED'],
  [101001, 'NOT_A_LICENSE'],
  [101002, 'QUOTA_EXHAUSTED', 'not enough market quota'],
  [101003, 'QUOTA_EXHAUSTED'],
  [54321, 'ENGINE_UNAVAILABLE'],
])('WeChat’s %i is answered as %s, after one call', async (errcode, code, errmsg = 'rid: 1') => {
  fault = () => failure(errcode, errmsg)
  await expect(recognize(await picture('jpeg'))).resolves.toEqual(errorReply(code, errcode))
  expect(calls).toHaveLength(1)
})

test('the cloud’s own refusal is answered as NOT_AUTHORIZED', async () => {
  fault = () => ({ errorCode: -604101 })
  await expect(recognize(await picture('jpeg'))).resolves.toEqual(errorReply('NOT_AUTHORIZED', -604101))
})

test.each([101000, 101002])('after %i the picture is sent as a URL, once', async (errcode) => {
  fault = (call) => (call.img ? failure(errcode, 'rid: 1') : undefined)
  await expect(recognize(await picture('jpeg'))).resolves.toEqual({ ok: true, recognition: RECOGNITION })
  expect(calls.map(({ img, imgUrl }) => [Boolean(img), Boolean(imgUrl)])).toEqual([
    [true, false],
    [false, true],
  ])
})

test('where neither way helps, what was said of the bytes counts', async () => {
  fault = (call) => failure(call.img ? 101002 : 101000, 'rid: 1')
  await expect(recognize(await picture('jpeg'))).resolves.toEqual(errorReply('IMAGE_UNREADABLE', 101002))
  expect(calls).toHaveLength(2)
})

test.each<[string, OpenapiReply, number | undefined]>([
  ['an empty 200', 'empty', undefined],
  ['a reply that is not protobuf', 'not-json', undefined],
  ['a reply without fields', { json: { errcode: 0, errmsg: 'ok' } }, undefined],
  ['an error of the gateway', { gatewayError: { code: 'SYS_ERR', message: 'boom' } }, -501001],
])('%s is answered as ENGINE_UNAVAILABLE', async (_, reply, wechatCode) => {
  fault = () => reply
  await expect(recognize(await picture('jpeg'))).resolves.toMatchObject({
    ok: false,
    error: { code: 'ENGINE_UNAVAILABLE', ...(wechatCode !== undefined && { wechatCode }) },
  })
})

test('a picture without a license is told as WeChat tells it', async () => {
  const recognizeNothing = jest.spyOn(reader, 'recognize')
  recognizeNothing.mockRejectedValue(new RecognitionError('NOT_A_LICENSE'))
  await expect(recognize(await picture('jpeg'))).resolves.toEqual(errorReply('NOT_A_LICENSE', 101001))
  recognizeNothing.mockRestore()
})

test.each<[string, () => Promise<Buffer>, ErrorCode]>([
  ['a truncated picture', async () => (await picture('jpeg', 800, 600)).subarray(0, -200), 'IMAGE_UNREADABLE'],
  ['text', () => Promise.resolve(Buffer.from('hello')), 'IMAGE_UNREADABLE'],
  ['an empty file', () => Promise.resolve(Buffer.alloc(0)), 'IMAGE_UNREADABLE'],
  ['WebP, which WeChat does not read', () => picture('webp'), 'IMAGE_UNREADABLE'],
  ['a picture over 2 MB', () => pictureOf(2_000_001), 'IMAGE_TOO_LARGE'],
  ['a thumbnail', () => picture('jpeg', 80, 60), 'IMAGE_TOO_SMALL'],
])('%s is refused without a call', async (_, file, code) => {
  await expect(recognize(await file())).resolves.toEqual(errorReply(code))
  expect(calls).toHaveLength(0)
})

test.each([
  ['no type', { type: undefined }],
  ['another type', { type: 'video' }],
  ['no file', { fileID: undefined }],
  ['a URL in the place of a file', { fileID: 'https://example.com/a.jpg' }],
  ['a file that is no text', { fileID: ['cloud://a.b/c'] }],
])('%s is INVALID_REQUEST', async (_, change) => {
  const fileID = 'fileID' in change ? undefined : await started.upload(await picture('jpeg'))
  const reply = await started.callFunction({ type: 'photo', fileID, ...change })
  expect(reply).toEqual(errorReply('INVALID_REQUEST'))
  expect(calls).toHaveLength(0)
})

test.each(['banners/home.jpg', 'vehicle-license/deeper/a.jpg', 'a.jpg'])(
  'a file elsewhere, %s, is neither read nor deleted',
  async (cloudPath) => {
    const fileID = await started.upload(await picture('jpeg'), cloudPath)
    await expect(started.callFunction({ type: 'photo', fileID })).resolves.toEqual(errorReply('INVALID_REQUEST'))
    expect(calls).toHaveLength(0)
    expect(started.cloud.files.delete(fileID)).toBe(true)
  },
)

test('a file that is not there is ENGINE_UNAVAILABLE: to send it again may help', async () => {
  const fileID = await started.upload(await picture('jpeg'))
  started.cloud.files.clear()
  await expect(started.callFunction({ type: 'photo', fileID })).resolves.toEqual(errorReply('ENGINE_UNAVAILABLE'))
})

test('each request logs one line, with nothing of the person in it', async () => {
  const before = started.lines.length
  await recognize(await picture('jpeg'))
  while (started.lines.length === before) await sleep(10)
  await sleep(50)
  const lines = started.lines.slice(before)
  expect(lines).toHaveLength(1)
  expect(Object.keys(JSON.parse(lines[0] ?? '') as object).sort()).toEqual(['event', 'ms', 'ok', 'request'])
})
