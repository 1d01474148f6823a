import type { OpenapiReply } from '../../simulator/cloud/openapi/call'
import { failure } from '../../simulator/cloud/openapi/call'
import { fakeEngine, picture, pictureOf, RECOGNITION } from '../recognition/pictures'
import { call, CLIENT, file, formOf, type StartedServer, startServer } from './start'

const HOUR_MS = 60 * 60 * 1000
let now = Date.UTC(2026, 10, 22, 12)
let answered: OpenapiReply | undefined
let server: StartedServer
let token: string

beforeAll(async () => {
  server = await startServer({
    now: () => now,
    fault: () => answered,
    env: { DAILY_LIMIT: '1000', PERSON_MINUTE_LIMIT: '1', PERSON_DAILY_LIMIT: '1' },
    overrides: { retry: { attempts: 1, attemptMs: 2_000, backoffMs: 1 } },
  })
})
afterAll(() => server.close())
beforeEach(() => {
  answered = undefined
  server.reader.calls.length = 0
  token = server.app.accessTokens.issue(CLIENT.appid)
})

let pictures = 0
const blob = async (bytes: Promise<Buffer>): Promise<Blob> => file((await bytes) as Buffer<ArrayBuffer>)
const anotherPicture = (): Promise<Blob> => blob(picture('jpeg', 400 + (pictures += 1)))

/** `POST /cv/ocr/driving` with a query, and a form or nothing. */
function drive(query: Record<string, string>, fields?: Record<string, Blob | string>, at = server) {
  const url = new URL('/cv/ocr/driving', at.url)
  url.search = new URLSearchParams(query).toString()
  return call(url, { method: 'POST', ...(fields && { body: formOf(fields) }) })
}

const json = (path: string, body: unknown) =>
  call(`${server.url}${path}`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })

describe('access tokens', () => {
  const request = { grant_type: 'client_credential', ...CLIENT }
  const query = new URLSearchParams(request).toString()
  const given = { access_token: expect.any(String) as unknown, expires_in: 7200 }

  test.each([
    ['GET /cgi-bin/token', () => call(`${server.url}/cgi-bin/token?${query}`)],
    ['POST /cgi-bin/token', () => call(`${server.url}/cgi-bin/token?${query}`, { method: 'POST' })],
    ['POST /cgi-bin/stable_token', () => json('/cgi-bin/stable_token', { ...request, force_refresh: true })],
    [
      'POST /cgi-bin/stable_token without a type',
      () => call(`${server.url}/cgi-bin/stable_token`, { method: 'POST', body: JSON.stringify(request) }),
    ],
  ])('%s gives one that is good', async (_, ask) => {
    const answer = await ask()
    expect(answer).toEqual({ status: 200, json: given })
    const accessToken = String(answer.json.access_token)
    expect(accessToken.length).toBeLessThan(512)
    const recognized = await drive({ type: 'photo', access_token: accessToken }, { img: await anotherPicture() })
    expect(recognized.json).toMatchObject({ errcode: 0 })
  })

  test.each([
    [{ ...request, grant_type: 'password' }, 40002],
    [{ ...request, appid: 'somebody' }, 40013],
    [{ ...request, secret: 'wrong' }, 40125],
    [{ grant_type: 'client_credential' }, 40013],
    [{ ...request, secret: { $ne: '' } }, 40125],
    ['{"grant_type"', 47001],
    ['', 47001],
    ['null', 47001],
  ])('refuses %j with %i', async (body, errcode) => {
    const answer = await json('/cgi-bin/stable_token', body)
    expect(answer).toEqual({ status: 200, json: { errcode, errmsg: expect.any(String) as unknown } })
  })

  test('limits how often an address may ask', async () => {
    const strict = await startServer()
    try {
      const ask = () => strict.app.inject({ url: '/cgi-bin/token?grant_type=guess' })
      for (let guess = 0; guess < 60; guess += 1) await ask()
      const refused = await ask()
      expect(refused.statusCode).toBe(200)
      expect(refused.json()).toMatchObject({ errcode: 45011 })
    } finally {
      await strict.close()
    }
  })
})

test('answers in WeChat’s own words, however many a client asks for', async () => {
  for (const type of ['photo', 'scan']) {
    const { status, json } = await drive({ type, access_token: token }, { img: await anotherPicture() })
    expect(status).toBe(200)
    expect(json).toMatchObject({
      errcode: 0,
      errmsg: 'ok',
      plate_num: RECOGNITION.license.plateNum,
      overall_size: RECOGNITION.license.overallSize,
      card_position_front: { pos: { left_top: { x: 10, y: 20 }, right_bottom: { x: 390, y: 150 } } },
      img_size: { w: 400, h: 300 },
    })
    expect(json).not.toHaveProperty('card_position_back')
  }
  expect(server.reader.calls.map(({ type }) => type)).toEqual(['photo', 'scan'])
})

test('takes a picture by the name that WxJava gives it', async () => {
  const { json } = await drive({ access_token: token }, { file: await anotherPicture() })
  expect(json).toMatchObject({ errcode: 0, vin: RECOGNITION.license.vin })
})

describe('the type', () => {
  const typeOf = async (query: Record<string, string>, fields: Record<string, string> = {}) => {
    const { json } = await drive({ ...query, access_token: token }, { ...fields, img: await anotherPicture() })
    expect(json).toMatchObject({ errcode: 0 })
    return server.reader.calls.at(-1)?.type
  }

  test('is photo where a client says nothing of it, as WxJava does', async () => {
    expect(await typeOf({})).toBe('photo')
  })

  test('may be a field of the form', async () => {
    expect(await typeOf({}, { type: 'scan' })).toBe('scan')
    expect(await typeOf({ type: 'photo' }, { type: 'scan' })).toBe('photo')
  })

  test('may come in the body beside an address in the query', async () => {
    const fetchPublic = jest.fn().mockResolvedValue(await picture('jpeg'))
    const embedded = fakeEngine()
    const own = await startServer({ env: { ENGINE: 'embedded' }, overrides: { engines: { embedded }, fetchPublic } })
    try {
      const access_token = own.app.accessTokens.issue(CLIENT.appid)
      const query = new URLSearchParams({ img_url: 'https://example.com/a.jpg', access_token }).toString()
      const body = new URLSearchParams({ type: 'scan' })
      const answer = await call(`${own.url}/cv/ocr/driving?${query}`, { method: 'POST', body })
      expect(answer.json).toMatchObject({ errcode: 0 })
      expect(embedded.calls).toMatchObject([{ type: 'scan' }])
    } finally {
      await own.close()
    }
  })
})

test('refuses bad tokens with WeChat’s codes', async () => {
  const img = await anotherPicture()
  const codeFor = async (query: Record<string, string>) =>
    (await drive({ type: 'photo', ...query }, { img })).json.errcode
  expect(await codeFor({})).toBe(41001)
  expect(await codeFor({ access_token: '' })).toBe(41001)
  expect(await codeFor({ access_token: 'forged' })).toBe(40001)
  expect(await codeFor({ access_token: await server.login() })).toBe(40001)
  expect(await codeFor({ access_token: server.app.accessTokens.issue('nobody') })).toBe(40001)
  now += 3 * HOUR_MS
  expect(await codeFor({ access_token: token })).toBe(42001)
  expect(server.reader.calls).toHaveLength(0)
})

test.each<[string, Record<string, string>, Record<string, Blob | string> | undefined, number]>([
  ['no picture', { type: 'photo' }, undefined, 41005],
  ['an empty form', { type: 'photo' }, { other: 'x' }, 41005],
  ['a picture’s address in the body', { type: 'photo' }, { img_url: 'https://example.com/a.jpg' }, 41005],
  ['another type in the form', {}, { type: 'video', img: file(Buffer.from('x')) }, 40097],
  ['another type', { type: 'video' }, { img: file(Buffer.from('x')) }, 40097],
  ['what is no picture', { type: 'photo' }, { img: file(Buffer.from('x')) }, 101002],
])('refuses %s', async (_, query, fields, errcode) => {
  const answer = await drive({ ...query, access_token: token }, fields)
  expect(answer).toEqual({ status: 200, json: { errcode, errmsg: expect.any(String) as unknown } })
})

test('refuses a picture over 2 MB, a GET and half a form', async () => {
  const large = await drive({ type: 'photo', access_token: token }, { img: await blob(pictureOf(2_000_001)) })
  expect(large).toMatchObject({ status: 200, json: { errcode: 45001 } })
  const get = await call(`${server.url}/cv/ocr/driving?type=photo&access_token=${token}`)
  expect(get).toMatchObject({ status: 200, json: { errcode: 43002 } })
  const half = await call(`${server.url}/cv/ocr/driving?type=photo&access_token=${token}`, {
    method: 'POST',
    body: '--b\r\nContent-Disposition: form-data; name="img"; filename="a.jpg"\r\n\r\nhalf',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
  })
  expect(half).toMatchObject({ status: 200, json: { errcode: 40097 } })
})

test.each<[OpenapiReply, number]>([
  [failure(101001, 'not certificate'), 101001],
  [failure(45009, 'reach max api daily quota limit'), 45009],
  [failure(12345, 'new'), 12345],
  // About this server's account, not about the client's: it must not renew its token for that.
  [failure(40001, 'invalid credential'), 48001],
  [failure(40164, 'invalid ip'), 48001],
  [{ status: 500 }, -1],
  ['reset', -1],
])('passes on %j as %i', async (reply, errcode) => {
  const own = await startServer({
    fault: () => reply,
    overrides: { retry: { attempts: 1, attemptMs: 2_000, backoffMs: 1 } },
  })
  try {
    const query = { type: 'photo', access_token: own.app.accessTokens.issue(CLIENT.appid) }
    const answer = await drive(query, { img: await anotherPicture() }, own)
    expect(answer).toMatchObject({ status: 200, json: { errcode } })
  } finally {
    await own.close()
  }
})

describe('a picture’s address', () => {
  const address = 'https://example.com/a b.jpg?x=1&y=车'

  test('is passed to WeChat as it came, and fetched by nobody else', async () => {
    const asked: unknown[] = []
    const fetchPublic = jest.fn()
    const own = await startServer({
      fault: ({ imgUrl }) => {
        asked.push(imgUrl)
        return { json: { errcode: 0, plate_num: '京A12345' } }
      },
      overrides: { fetchPublic },
    })
    try {
      const query = { type: 'photo', img_url: address, access_token: own.app.accessTokens.issue(CLIENT.appid) }
      expect((await drive(query, undefined, own)).json).toMatchObject({ errcode: 0, plate_num: '京A12345' })
      expect(asked).toEqual([address])
      expect(fetchPublic).not.toHaveBeenCalled()
    } finally {
      await own.close()
    }
  })

  test('is fetched for the embedded engine', async () => {
    const bytes = await picture('webp')
    const fetchPublic = jest.fn().mockResolvedValue(bytes)
    const embedded = fakeEngine()
    const own = await startServer({ env: { ENGINE: 'embedded' }, overrides: { engines: { embedded }, fetchPublic } })
    try {
      const query = { type: 'photo', img_url: address, access_token: own.app.accessTokens.issue(CLIENT.appid) }
      expect((await drive(query, undefined, own)).json).toMatchObject({ errcode: 0 })
      expect(fetchPublic).toHaveBeenCalledWith(address, expect.any(AbortSignal))
      expect(embedded.calls).toMatchObject([{ image: { contentType: 'image/webp' } }])
    } finally {
      await own.close()
    }
  })

  test('leads nowhere within this machine', async () => {
    const own = await startServer({ env: { ENGINE: 'embedded' }, overrides: { engines: { embedded: fakeEngine() } } })
    try {
      const access_token = own.app.accessTokens.issue(CLIENT.appid)
      for (const img_url of [`${own.url}/healthz`, 'file:///etc/hostname', 'no address']) {
        const { json } = await drive({ type: 'photo', img_url, access_token }, undefined, own)
        expect(json).toMatchObject({ errcode: 101002 })
      }
    } finally {
      await own.close()
    }
  })
})
