import { failure, type OpenapiReply } from '../../simulator/cloud/openapi/call'
import { picture } from '../recognition/pictures'
import { errorReply } from '../recognition/error-reply'
import { reading, type StartedFunction, startFunction } from './start'

let started: StartedFunction

beforeAll(async () => {
  started = await startFunction()
})
afterAll(() => started.close())
beforeEach(() => started.reset())
// Whatever happened: no person's picture stays behind.
afterEach(() => {
  expect([...started.cloud.files.keys()]).toEqual([])
})

test.each([
  ['photo', 'jpeg', 'img.jpg'],
  ['scan', 'png', 'img.png'],
] as const)('reads a %s in a %s', async (type, format, filename) => {
  const bytes = await picture(format)
  await expect(started.recognize({ bytes, type })).resolves.toEqual(reading())
  expect(started.calls).toMatchObject([{ type, img: { filename }, imgUrl: undefined }])
  expect(started.reader.calls[0]?.image.bytes.equals(bytes)).toBe(true)
})

test('WeChat’s -1 is tried again, and told where it does not pass', async () => {
  started.fault = () => (started.calls.length < 3 ? failure(-1, 'system error') : undefined)
  // The ones that were refused may have been counted by WeChat.
  await expect(started.recognize()).resolves.toEqual(reading(3))
  started.fault = () => failure(-1, 'system error')
  await expect(started.recognize()).resolves.toEqual(errorReply('ENGINE_BUSY', -1))
  expect(started.calls).toHaveLength(6)
})

test('the cloud’s own refusal is answered as NOT_AUTHORIZED', async () => {
  started.fault = () => ({ errorCode: -604101 })
  await expect(started.recognize()).resolves.toEqual(errorReply('NOT_AUTHORIZED', -604101))
})

test.each([101000, 101002])('after %i the picture is sent as a URL, once', async (errcode) => {
  started.fault = (call) => (call.img ? failure(errcode, 'rid: 1') : undefined)
  await expect(started.recognize()).resolves.toEqual(reading(2))
  expect(started.calls.map(({ img, imgUrl }) => [Boolean(img), Boolean(imgUrl)])).toEqual([
    [true, false],
    [false, true],
  ])
})

test('where neither way helps, what was said of the bytes counts', async () => {
  started.fault = (call) => failure(call.img ? 101002 : 101000, 'rid: 1')
  await expect(started.recognize()).resolves.toEqual(errorReply('IMAGE_UNREADABLE', 101002))
  expect(started.calls).toHaveLength(2)
})

test.each<[string, OpenapiReply, number | undefined]>([
  ['an empty 200', 'empty', undefined],
  ['a reply that is not protobuf', 'not-json', undefined],
  ['a reply without fields', { json: { errcode: 0, errmsg: 'ok' } }, undefined],
  ['an error of the gateway', { gatewayError: { code: 'SYS_ERR', message: 'boom' } }, -501001],
])('%s is answered as ENGINE_UNAVAILABLE', async (_, reply, wechatCode) => {
  started.fault = () => reply
  await expect(started.recognize()).resolves.toMatchObject({
    ok: false,
    error: { code: 'ENGINE_UNAVAILABLE', ...(wechatCode !== undefined && { wechatCode }) },
  })
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
  expect(started.calls).toHaveLength(0)
})

describe('a picture is only the person’s who uploaded it', () => {
  const uploadTo = async (cloudPath: string) => started.uploadTo(cloudPath, await picture('jpeg'))

  async function refuse(fileID: string, person?: string): Promise<void> {
    const reply = await started.callFunction({ type: 'photo', fileID }, 'vehicleLicense', person)
    expect(reply).toEqual(errorReply('INVALID_REQUEST'))
    expect(started.calls).toHaveLength(0)
    // It is there still.
    expect(started.cloud.files.delete(fileID)).toBe(true)
  }

  test.each(['banners/home.jpg', 'vehicle-license/a.jpg', 'vehicle-license/somebody/a.jpg', 'a.jpg'])(
    'a file elsewhere, %s, is neither read nor deleted',
    async (cloudPath) => {
      await refuse(await uploadTo(cloudPath))
    },
  )

  test('another person’s file is neither read nor deleted', async () => {
    await refuse(await started.upload(await picture('jpeg'), 'somebody'), 'somebody else')
  })

  test('nor is what lies deeper in one’s own folder, or seems to', async () => {
    const folder = await started.folderOf()
    for (const path of [`${folder}/deeper/a.jpg`, `${folder}x/a.jpg`, `x${folder}/a.jpg`]) {
      await refuse(await uploadTo(path))
    }
  })

  test('each person is told a folder of their own, the same each time, without the openid', async () => {
    const ask = (person: string) => started.callFunction({ action: 'folder' }, 'vehicleLicense', person)
    const [mine, again, others] = [await ask('a'), await ask('a'), await ask('b')]
    expect(mine).toEqual({ ok: true, folder: expect.stringMatching(/^vehicle-license\/[\w-]{22}$/) as string })
    expect(again).toEqual(mine)
    expect(others).not.toEqual(mine)
    expect(JSON.stringify(mine)).not.toContain(started.cloud.openidOf('a'))
  })
})

test('a file that is not there is ENGINE_UNAVAILABLE: to send it again may help', async () => {
  const fileID = await started.upload(await picture('jpeg'))
  started.cloud.files.clear()
  await expect(started.callFunction({ type: 'photo', fileID })).resolves.toEqual(errorReply('ENGINE_UNAVAILABLE'))
})

test.each([
  ['a request', {}, { level: 'info', event: 'recognize', ok: true, engine: 'wechat', replayed: false }],
  ['a request that is wrong', { type: 'video' }, { event: 'recognize', ok: false, code: 'INVALID_REQUEST' }],
  ['a picture that is none', { bytes: Buffer.from('x') }, { event: 'recognize', ok: false, code: 'IMAGE_UNREADABLE' }],
])('%s logs one line, with nothing of the person in it', async (_, asking, line) => {
  const before = started.lines.length
  await started.recognize(asking)
  await expect(started.log(before)).resolves.toEqual([
    expect.objectContaining({ ...line, request: expect.any(String) as string }),
  ])
})

test('no line holds an openid, a value, an address or a token, and nothing that is kept holds an openid', async () => {
  const before = started.lines.length
  for (const errcode of [0, 40001, 101000, 54321]) {
    started.fault = () => (errcode === 0 ? undefined : failure(errcode, 'access_token=SECRET openid'))
    await started.recognize()
  }
  await expect(started.log(before)).resolves.toHaveLength(4)
  const text = started.lines.slice(before).join('\n')
  expect(text).not.toMatch(/cloud:\/\/|https?:|SECRET|京A12345|张三/)
  const openid = started.cloud.openidOf('')
  expect(text).not.toContain(openid)
  expect(JSON.stringify([...started.cloud.database].map(([, documents]) => [...documents]))).not.toContain(openid)
})
