import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { Recognition } from '../../../miniprogram/vehicle-license/recognition'
import { type Cloud, createCloud } from '../../../simulator/cloud'
import { APP_ID, APP_SECRET } from '../../../simulator/cloud/identity'
import { fakeEngine, picture, pictureOf, RECOGNITION } from '../../recognition/pictures'

let cloud: Cloud
let read: () => Promise<Recognition>
const reader = fakeEngine(() => read())

beforeAll(async () => {
  cloud = createCloud({ engine: reader, functionsDir: '', log: () => undefined })
  await cloud.start()
})
afterAll(() => cloud.close())
beforeEach(() => {
  read = () => Promise.resolve(RECOGNITION)
})

const post = async (path: string, body: FormData | string | undefined): Promise<Record<string, unknown>> => {
  const headers: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {}
  const response = await fetch(cloud.origin + path, { method: 'POST', headers, ...(body && { body }) })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}
const requestToken = (change: object = {}) =>
  post(
    '/cgi-bin/stable_token',
    JSON.stringify({ grant_type: 'client_credential', appid: APP_ID, secret: APP_SECRET, ...change }),
  )

async function driving(query: Record<string, string>, img?: Buffer): Promise<Record<string, unknown>> {
  const { access_token } = await requestToken()
  const search = new URLSearchParams({ access_token: String(access_token), ...query })
  const form = new FormData()
  if (img) form.append('img', new Blob([new Uint8Array(img)], { type: 'image/jpeg' }), 'a.jpg')
  return post(`/cv/ocr/driving?${search.toString()}`, img && form)
}

test('answers in WeChat’s format', async () => {
  const reply = await driving({ type: 'photo' }, await picture('jpeg'))
  expect(reply).toEqual({
    errcode: 0,
    errmsg: 'ok',
    plate_num: '京A12345',
    vehicle_type: '小型轿车',
    owner: '张三',
    addr: '北京市某区某路1号',
    use_character: '非营运',
    model: '江淮牌HFC7000',
    vin: 'LJ166A10000000051',
    engine_num: 'J3000003',
    register_date: '2018-07-06',
    issue_date: '2018-07-07',
    plate_num_b: '京A12345',
    record: '110000000003',
    passengers_num: '5人',
    total_quality: '1845kg',
    prepare_quality: '1470kg',
    overall_size: '4582×1795×1458mm',
    card_position_front: {
      pos: {
        left_top: { x: 10, y: 20 },
        right_top: { x: 390, y: 20 },
        right_bottom: { x: 390, y: 150 },
        left_bottom: { x: 10, y: 150 },
      },
    },
    img_size: { w: 400, h: 300 },
  })
})

test('omits what WeChat does not return: evidence and additional fields', async () => {
  const box = [0, 1, 2, 3].map((x) => ({ x, y: 0 })) as never
  read = () =>
    Promise.resolve({
      license: { owner: '张三', remark: '检验有效期至2028年', loadQuality: '500kg' },
      evidence: { owner: { confidence: 0.9, box } },
      cards: {},
      warnings: ['GLARE'],
    })
  const reply = await driving({ type: 'scan' }, await picture('jpeg'))
  expect(JSON.stringify(reply)).not.toMatch(/confidence|remark|load|evidence|warnings|card_position/)
  expect(reply).toMatchObject({ owner: '张三', plate_num: '', img_size: { w: 400, h: 300 } })
})

test.each([
  ['NOT_A_LICENSE', 101001],
  ['IMAGE_UNREADABLE', 101002],
  ['QUOTA_EXHAUSTED', 45009],
  ['RATE_LIMITED', 45011],
  ['NOT_AUTHORIZED', 48001],
  ['ENGINE_BUSY', -1],
  ['TIMEOUT', -1],
] as const)('an engine’s %s is %i', async (code, errcode) => {
  read = () => Promise.reject(new RecognitionError(code))
  await expect(driving({ type: 'photo' }, await picture('jpeg'))).resolves.toMatchObject({ errcode })
})

test.each<[string, Record<string, string>, () => Promise<Buffer> | undefined, number]>([
  ['no picture', { type: 'photo' }, () => undefined, 41005],
  ['no type', {}, () => picture('jpeg'), 40097],
  ['another type', { type: 'video' }, () => picture('jpeg'), 40097],
  ['a picture over 2 MB', { type: 'photo' }, () => pictureOf(2_000_001), 45001],
  ['WebP', { type: 'photo' }, () => picture('webp'), 101002],
  ['text', { type: 'photo' }, () => Promise.resolve(Buffer.from('hello')), 101002],
  ['an address elsewhere', { type: 'photo', img_url: 'https://example.com/a.jpg' }, () => undefined, 101000],
  ['a wrong token', { type: 'photo', access_token: 'wrong' }, () => picture('jpeg'), 40001],
])('refuses %s', async (_, query, file, errcode) => {
  await expect(driving(query, await file())).resolves.toMatchObject({ errcode })
})

test('rejects GET, and a call without a token', async () => {
  const response = await fetch(`${cloud.origin}/cv/ocr/driving?type=photo`)
  await expect(response.json()).resolves.toMatchObject({ errcode: 43002 })
  await expect(post('/cv/ocr/driving?type=photo', undefined)).resolves.toMatchObject({ errcode: 41001 })
})

test('a token stays valid until a refresh is forced', async () => {
  const first = await requestToken()
  expect(first).toEqual({
    access_token: expect.stringMatching(/^\w{100,}$/) as string,
    expires_in: expect.any(Number) as number,
  })
  expect((await requestToken()).access_token).toBe(first.access_token)
  expect((await requestToken({ force_refresh: true })).access_token).not.toBe(first.access_token)
})

test.each([
  [{ grant_type: 'password' }, 40002],
  [{ appid: 'wx1' }, 40013],
  [{ secret: 'no' }, 40125],
])('no token for %j', async (change, errcode) => {
  await expect(requestToken(change)).resolves.toMatchObject({ errcode })
})
