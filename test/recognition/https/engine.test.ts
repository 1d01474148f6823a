import { inspect as show } from 'node:util'
import { createHttpsEngine, type HttpsEngineOptions } from '../../../recognition/engines/https'
import { inspect } from '../../../recognition/inspect'
import { createCloud, type Cloud } from '../../../simulator/cloud'
import { APP_ID, APP_SECRET } from '../../../simulator/cloud/identity'
import { failure, type OpenapiCall, type OpenapiReply } from '../../../simulator/cloud/openapi/call'
import { fakeEngine, picture, RECOGNITION } from '../pictures'

const reader = fakeEngine()
let cloud: Cloud
let fault: (call: OpenapiCall) => OpenapiReply | undefined

beforeAll(async () => {
  cloud = createCloud({ engine: reader, functionsDir: '', fault: (call) => fault(call), log: () => undefined })
  await cloud.start()
})
afterAll(() => cloud.close())
beforeEach(() => {
  fault = () => undefined
  reader.calls.length = 0
})

const QUICK = { attempts: 3, attemptMs: 2_000, backoffMs: 1 }
const engineOf = (options: Partial<HttpsEngineOptions> = {}) =>
  createHttpsEngine({ appid: APP_ID, secret: APP_SECRET, baseUrl: cloud.origin, retry: QUICK, ...options })

async function recognize(options: Partial<HttpsEngineOptions> = {}, signal = new AbortController().signal) {
  return engineOf(options).recognize(inspect(await picture('jpeg')), { type: 'photo', signal })
}

test.each(['photo', 'scan'] as const)('sends the picture for a %s and reads the reply', async (type) => {
  const image = inspect(await picture('png'))
  const { signal } = new AbortController()
  await expect(engineOf().recognize(image, { type, signal })).resolves.toEqual(RECOGNITION)
  expect(reader.calls).toMatchObject([{ type, image: { contentType: 'image/png' } }])
  expect(reader.calls[0]?.image.bytes.equals(image.bytes)).toBe(true)
})

test('names the file and its type, as WeChat asks', async () => {
  let sent: OpenapiCall | undefined
  fault = (call) => {
    sent = call
    return undefined
  }
  await recognize()
  expect(sent?.img).toMatchObject({ filename: 'license.jpg', contentType: 'image/jpeg' })
})

test('asks for a token once, also for recognitions at the same time', async () => {
  const issue = jest.spyOn(cloud.tokens, 'issue')
  const engine = engineOf()
  const image = inspect(await picture('jpeg'))
  const { signal } = new AbortController()
  await Promise.all(Array.from({ length: 5 }, () => engine.recognize(image, { type: 'photo', signal })))
  await engine.recognize(image, { type: 'photo', signal })
  expect(issue.mock.calls).toEqual([[expect.objectContaining({ force_refresh: false })]])
  issue.mockRestore()
})

test('replaces a token that another service has renewed, once and without force, and repeats the calls', async () => {
  const engine = engineOf()
  const image = inspect(await picture('jpeg'))
  const { signal } = new AbortController()
  await engine.recognize(image, { type: 'photo', signal })
  cloud.tokens.revoke()

  const issue = jest.spyOn(cloud.tokens, 'issue')
  const three = Array.from({ length: 3 }, () => engine.recognize(image, { type: 'photo', signal }))
  await expect(Promise.all(three)).resolves.toHaveLength(3)
  expect(issue.mock.calls).toEqual([[expect.objectContaining({ force_refresh: false })]])
  issue.mockRestore()
})

test.each([40001, 40014, 42001])('tries %i no more than twice', async (errcode) => {
  let calls = 0
  fault = () => {
    calls += 1
    return failure(errcode, 'access_token')
  }
  await expect(recognize()).rejects.toMatchObject({ code: 'NOT_AUTHORIZED', details: { wechatCode: errcode } })
  expect(calls).toBe(2)
})

test.each([
  [40164, 'NOT_AUTHORIZED'],
  [45009, 'QUOTA_EXHAUSTED'],
  [45011, 'RATE_LIMITED'],
  [48001, 'NOT_AUTHORIZED'],
  [101001, 'NOT_A_LICENSE'],
  [101002, 'IMAGE_UNREADABLE'],
  [101003, 'QUOTA_EXHAUSTED'],
  [55555, 'ENGINE_UNAVAILABLE'],
])('%i is %s, told after one call', async (errcode, code) => {
  let calls = 0
  fault = () => {
    calls += 1
    return { json: { errcode: String(errcode), errmsg: 'no' } }
  }
  await expect(recognize()).rejects.toMatchObject({ code, details: { wechatCode: errcode } })
  expect(calls).toBe(1)
})

test.each([
  ['an empty 200', 'empty' as const],
  ['a page of HTML', 'not-json' as const],
  ['half a reply', 'truncated' as const],
  ['a reply without fields', { json: { errcode: 0, errmsg: 'ok' } }],
])('%s is ENGINE_UNAVAILABLE', async (_, reply) => {
  fault = () => reply
  await expect(recognize()).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' })
})

test('a host that is not there is ENGINE_UNAVAILABLE', async () => {
  await expect(recognize({ baseUrl: 'http://127.0.0.1:1' })).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' })
})

test('a wrong secret is NOT_AUTHORIZED', async () => {
  await expect(recognize({ secret: 'wrong' })).rejects.toMatchObject({
    code: 'NOT_AUTHORIZED',
    details: { wechatCode: 40125 },
  })
})

test('a call without an answer is repeated, and TIMEOUT after the last', async () => {
  let calls = 0
  fault = () => {
    calls += 1
    return 'hang'
  }
  const retry = { attempts: 2, attemptMs: 100, backoffMs: 1 }
  await expect(recognize({ retry })).rejects.toMatchObject({ code: 'TIMEOUT' })
  expect(calls).toBe(2)
})

test.each<[string, OpenapiReply]>([
  ['-1', failure(-1, 'system error')],
  ['a connection that is cut', 'reset'],
  ['a 500', { status: 500 }],
  ['a gateway’s 502', { gatewayError: { code: 'SYS_ERR', message: '' } }],
])('after %s it is tried again', async (_, reply) => {
  let calls = 0
  fault = () => {
    calls += 1
    return calls < 3 ? reply : undefined
  }
  await expect(recognize()).resolves.toEqual(RECOGNITION)
  expect(calls).toBe(3)
})

test('an abort rejects with the signal’s reason', async () => {
  fault = () => 'hang'
  const controller = new AbortController()
  const waiting = recognize({}, controller.signal)
  controller.abort(new Error('the person left'))
  await expect(waiting).rejects.toThrow('the person left')
})

test('does not accept WebP', () => {
  expect(engineOf().accepts).toEqual(['image/jpeg', 'image/png'])
})

test('neither the secret nor the token is in any error', async () => {
  const { json } = cloud.tokens.issue({ grant_type: 'client_credential', appid: APP_ID, secret: APP_SECRET }) as {
    json: { access_token: string }
  }
  const errors: unknown[] = []
  const keep = (error: unknown) => errors.push(error)
  for (const reply of [
    'empty',
    'not-json',
    failure(40001, `bad ${json.access_token}`),
    failure(1, APP_SECRET),
  ] as const) {
    fault = () => reply
    await recognize().catch(keep)
  }
  await recognize({ baseUrl: 'http://127.0.0.1:1' }).catch(keep)
  await recognize({ baseUrl: 'http://no host' }).catch(keep)

  expect(errors).toHaveLength(6)
  const text = show(errors, { depth: 10, showHidden: true })
  expect(text).not.toContain(json.access_token)
  expect(text).not.toContain(APP_SECRET)
})
