import type { ErrorCode } from '../../miniprogram/vehicle-license/errors'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { Recognition } from '../../miniprogram/vehicle-license/recognition'
import { failure, type OpenapiReply } from '../../simulator/cloud/openapi/call'
import { fakeEngine, picture, pictureOf, RECOGNITION } from '../recognition/pictures'
import { call, file, formOf, type StartedServer, startServer } from './start'

const WECHAT_GIVES = {
  license: RECOGNITION.license,
  cards: { main: RECOGNITION.cards.main },
  imageSize: RECOGNITION.imageSize,
}

const count: unknown = expect.any(Number)

let server: StartedServer
let answered: OpenapiReply | undefined
let session: string

beforeAll(async () => {
  server = await startServer({
    fault: () => answered,
    env: { PERSON_MINUTE_LIMIT: '1000', PERSON_DAILY_LIMIT: '1000' },
    overrides: { retry: { attempts: 2, attemptMs: 2_000, backoffMs: 1 } },
  })
  session = await server.login()
})
afterAll(() => server.close())
beforeEach(() => {
  answered = undefined
  server.reader.calls.length = 0
})

const blob = async (bytes: Promise<Buffer>): Promise<Blob> => file((await bytes) as Buffer<ArrayBuffer>)

/** Another picture each time: the same one would get the same answer. */
let pictures = 0
const anotherPicture = (): Promise<Blob> => blob(picture('jpeg', 400 + (pictures += 1)))

test.each(['photo', 'scan'])('recognizes a %s', async (type) => {
  const { status, json } = await server.recognize(session, { type, image: await anotherPicture() })
  expect({ status, json }).toEqual({
    status: 200,
    json: {
      ok: true,
      recognition: WECHAT_GIVES,
      engine: 'wechat',
      quota: { used: count, limit: 100, person: { used: count, limit: 1000 } },
    },
  })
  expect(server.reader.calls).toMatchObject([{ type }])
})

test('takes the fields in any order', async () => {
  const answer = await server.recognize(session, { image: await anotherPicture(), type: 'photo' })
  expect(answer.json).toMatchObject({ ok: true })
})

test('gives the same picture the same answer, and another key a new one', async () => {
  const image = await anotherPicture()
  await server.recognize(session, { type: 'photo', image })
  await server.recognize(session, { type: 'photo', image })
  expect(server.reader.calls).toHaveLength(1)
  await server.recognize(session, { type: 'photo', image, idempotencyKey: 'again' })
  expect(server.reader.calls).toHaveLength(2)
})

test.each<[string, () => Promise<Blob>, number, ErrorCode]>([
  ['over 2 MB', () => blob(pictureOf(2_000_001)), 413, 'IMAGE_TOO_LARGE'],
  ['far over 2 MB', () => blob(pictureOf(20_000_000)), 413, 'IMAGE_TOO_LARGE'],
  ['of 99 px', () => blob(picture('jpeg', 99, 400)), 422, 'IMAGE_TOO_SMALL'],
  ['that is empty', () => Promise.resolve(file(Buffer.alloc(0))), 422, 'IMAGE_UNREADABLE'],
  ['that is none', () => Promise.resolve(file(Buffer.from('<html></html>'))), 422, 'IMAGE_UNREADABLE'],
  ['that is a GIF', () => blob(picture('gif')), 422, 'IMAGE_UNREADABLE'],
  ['that WeChat does not read', () => blob(picture('webp')), 422, 'IMAGE_UNREADABLE'],
  [
    'that was cut off',
    async () => blob(picture('jpeg').then((bytes) => bytes.subarray(0, -30))),
    422,
    'IMAGE_UNREADABLE',
  ],
])('refuses a picture %s, and spares WeChat', async (_, image, status, code) => {
  const answer = await server.recognize(session, { type: 'photo', image: await image() })
  expect(answer).toMatchObject({ status, json: { ok: false, error: { code } } })
  expect(server.reader.calls).toHaveLength(0)
})

test('takes a picture of exactly 2,000,000 bytes', async () => {
  const answer = await server.recognize(session, { type: 'photo', image: await blob(pictureOf(2_000_000)) })
  expect(answer.status).toBe(200)
})

test.each<[string, (image: Blob) => Record<string, string | Blob>]>([
  ['no type', (image) => ({ image })],
  ['another type', (image) => ({ image, type: 'video' })],
  ['no picture', () => ({ type: 'photo' })],
  ['the picture under another name', (image) => ({ type: 'photo', img: image })],
  ['two pictures', (image) => ({ type: 'photo', image, second: image })],
  ['a key that is too long', (image) => ({ type: 'photo', image, idempotencyKey: 'k'.repeat(65) })],
  ['many fields', (image) => ({ image, ...Object.fromEntries('abcdefghijk'.split('').map((k) => [k, k])) })],
])('refuses a form with %s', async (_, fields) => {
  const answer = await server.recognize(session, fields(await anotherPicture()))
  expect(answer).toMatchObject({ status: 400, json: { ok: false, error: { code: 'INVALID_REQUEST' } } })
})

test.each([
  ['JSON', 'application/json', '{"type":"photo"}'],
  ['half a form', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="type"\r\n\r\nph'],
  ['a form without its boundary', 'multipart/form-data', 'text'],
  ['a bare picture', 'image/jpeg', 'bytes'],
])('refuses %s', async (_, type, body) => {
  const headers = { authorization: `Bearer ${session}`, 'content-type': type }
  const answer = await call(`${server.url}/vehicle-license`, { method: 'POST', headers, body })
  expect(answer).toMatchObject({ status: 400, json: { ok: false, error: { code: 'INVALID_REQUEST' } } })
})

test.each<[string, OpenapiReply, number, object]>([
  ['busy', failure(-1, 'system error'), 503, { code: 'ENGINE_BUSY', retryable: true, wechatCode: -1 }],
  ['no certificate', failure(101001, 'not certificate'), 422, { code: 'NOT_A_LICENSE', wechatCode: 101001 }],
  ['not decoded', failure(101002, 'invalid image'), 422, { code: 'IMAGE_UNREADABLE', wechatCode: 101002 }],
  ['a minute’s limit', failure(45011, 'minute'), 429, { code: 'RATE_LIMITED', wechatCode: 45011 }],
  ['not authorized', failure(48001, 'unauthorized'), 503, { code: 'NOT_AUTHORIZED', wechatCode: 48001 }],
  ['an unknown code', failure(12345, 'new'), 502, { code: 'ENGINE_UNAVAILABLE', wechatCode: 12345 }],
  ['status 500', { status: 500 }, 502, { code: 'ENGINE_UNAVAILABLE' }],
  ['half of JSON', 'truncated', 502, { code: 'ENGINE_UNAVAILABLE' }],
  ['nothing', 'empty', 502, { code: 'ENGINE_UNAVAILABLE' }],
  ['a page', 'not-json', 502, { code: 'ENGINE_UNAVAILABLE' }],
  ['a reset', 'reset', 502, { code: 'ENGINE_UNAVAILABLE' }],
])('answers by the contract when WeChat answers %s', async (_, reply, status, error) => {
  answered = reply
  const answer = await server.recognize(session, { type: 'photo', image: await anotherPicture() })
  expect(answer).toMatchObject({ status, json: { ok: false, error } })
})

test('does without a token that was revoked meanwhile', async () => {
  await server.recognize(session, { type: 'photo', image: await anotherPicture() })
  server.cloud.tokens.revoke()
  const answer = await server.recognize(session, { type: 'photo', image: await anotherPicture() })
  expect(answer.status).toBe(200)
})

test('answers within its budget when WeChat hangs, and lets the embedded engine take over where there is one', async () => {
  const env = { REQUEST_BUDGET_MS: '1000' }
  const image = await anotherPicture()
  const alone = await startServer({ env, fault: () => 'hang' })
  const embedded = fakeEngine()
  const both = await startServer({
    env: { ...env, ENGINE: 'https,embedded' },
    fault: () => 'hang',
    overrides: { engines: { embedded } },
  })
  try {
    const answer = await alone.recognize(await alone.login(), { type: 'photo', image })
    expect(answer).toMatchObject({ status: 504, json: { ok: false, error: { code: 'TIMEOUT', retryable: true } } })
    const other = await both.recognize(await both.login(), { type: 'photo', image })
    expect(other).toMatchObject({ status: 200, json: { ok: true, engine: 'embedded' } })
  } finally {
    await Promise.all([alone.close(), both.close()])
  }
})

test('tells what the embedded engine tells: how sure it is, and what is wrong with the picture', async () => {
  const box = RECOGNITION.cards.main
  const recognition: Recognition = {
    ...RECOGNITION,
    ...(box && { evidence: { owner: { confidence: 0.9, box } } }),
    warnings: ['BLURRED', 'GLARE'],
  }
  const embedded = fakeEngine(() => Promise.resolve(recognition))
  const own = await startServer({ env: { ENGINE: 'embedded' }, overrides: { engines: { embedded } } })
  try {
    const [session, image] = [await own.login(), await anotherPicture()]
    const answer = await own.recognize(session, { type: 'photo', image })
    expect(answer.json).toEqual({ ok: true, recognition, engine: 'embedded' })
    // Kept and sealed, it is still the same.
    expect(await own.recognize(session, { type: 'photo', image })).toEqual(answer)
    expect(embedded.calls).toHaveLength(1)
  } finally {
    await own.close()
  }
})

test('tells the quota, and when it is used up', async () => {
  const few = await startServer({ env: { DAILY_LIMIT: '2', PERSON_DAILY_LIMIT: '1' } })
  try {
    const [one, two, three] = [await few.login('code-1'), await few.login('code-2'), await few.login('code-3')]
    const image = await anotherPicture()
    const first = await few.recognize(one, { type: 'photo', image })
    expect(first.json.quota).toEqual({ used: 1, limit: 2, person: { used: 1, limit: 1 } })
    const exhausted = { status: 429, json: { ok: false, error: { code: 'QUOTA_EXHAUSTED', retryable: false } } }
    expect(await few.recognize(one, { type: 'scan', image })).toMatchObject(exhausted)
    expect(await few.recognize(two, { type: 'photo', image })).toMatchObject({ status: 200 })
    expect(await few.recognize(three, { type: 'photo', image })).toMatchObject(exhausted)
  } finally {
    await few.close()
  }
})

test('limits the requests of one person, and not those of another server', async () => {
  const strict = await startServer({ env: { PERSON_MINUTE_LIMIT: '0' } })
  try {
    const image = await anotherPicture()
    const answer = await strict.recognize(await strict.login(), { type: 'photo', image })
    expect(answer).toMatchObject({ status: 429, json: { error: { code: 'RATE_LIMITED', retryable: true } } })
    const token = strict.app.accessTokens.issue('wx-client')
    expect(await strict.recognize(token, { type: 'photo', image })).toMatchObject({ status: 200 })
  } finally {
    await strict.close()
  }
})

test('stops reading for a caller who hangs up', async () => {
  let given: AbortSignal | undefined
  const asked = new Promise<void>((resolve) => {
    jest.spyOn(server.reader, 'recognize').mockImplementation((_, options) => {
      given = options.signal
      resolve()
      return new Promise((_, reject) => {
        options.signal.addEventListener('abort', () => reject(new RecognitionError('CANCELLED')))
      })
    })
  })
  const hangUp = new AbortController()
  const pending = fetch(`${server.url}/vehicle-license`, {
    method: 'POST',
    body: formOf({ type: 'photo', image: await anotherPicture() }),
    headers: { authorization: `Bearer ${session}` },
    signal: hangUp.signal,
  })
  await asked
  hangUp.abort()
  await expect(pending).rejects.toThrow()
  // The stand-in sees the hang-up too: nothing is read for nobody, over there as well.
  await new Promise<void>((resolve) => {
    if (given?.aborted) resolve()
    else given?.addEventListener('abort', () => resolve())
  })
  jest.restoreAllMocks()
})
