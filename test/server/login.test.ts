import Fastify, { type FastifyInstance } from 'fastify'
import { picture } from '../recognition/pictures'
import { call, file, SECRET, type StartedServer, startServer } from './start'

const post = (url: string, body: unknown) =>
  call(`${url}/login`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

const subjectOf = (session: string): unknown =>
  (JSON.parse(Buffer.from(session.split('.')[1] ?? '', 'base64url').toString()) as { sub: unknown }).sub

async function recognizeWith(server: StartedServer, session: string | undefined) {
  const image = file((await picture('jpeg')) as Buffer<ArrayBuffer>)
  return server.recognize(session, { type: 'photo', image })
}

/** A stand-in for WeChat's login that answers as it is told. */
async function startLogin(answer: () => unknown): Promise<{ app: FastifyInstance; url: string }> {
  const app = Fastify({ forceCloseConnections: true })
  app.post('/sns/jscode2session', () => answer())
  return { app, url: await app.listen({ host: '127.0.0.1', port: 0 }) }
}

const HOUR_MS = 60 * 60 * 1000
let now = Date.UTC(2026, 10, 22, 12)
let server: StartedServer
beforeAll(async () => {
  server = await startServer({ now: () => now, env: { PERSON_MINUTE_LIMIT: '100' } })
})
afterAll(() => server.close())

test('opens a session that recognitions are asked with', async () => {
  const { status, json } = await post(server.url, { code: 'code-1' })
  expect({ status, json }).toEqual({ status: 200, json: { session: expect.any(String) as unknown, expiresInS: 7200 } })
  expect(await recognizeWith(server, String(json.session))).toMatchObject({ status: 200 })
})

test('a session is over after two hours, and another login opens the next', async () => {
  const session = await server.login()
  now += 3 * HOUR_MS
  const expired = { status: 401, json: { ok: false, error: { code: 'SESSION_EXPIRED', retryable: true } } }
  expect(await recognizeWith(server, session)).toMatchObject(expired)
  expect(await recognizeWith(server, await server.login())).toMatchObject({ status: 200 })
})

test('a session from before midnight is good after it', async () => {
  now = Date.UTC(2026, 10, 22, 23, 50)
  const session = await server.login()
  now = Date.UTC(2026, 10, 23, 0, 10)
  expect(await recognizeWith(server, session)).toMatchObject({ status: 200 })
})

test('a session is one person’s on every server with the same secret, and of nobody elsewhere', async () => {
  const other = await startServer({ now: () => now })
  const foreign = await startServer({ now: () => now, env: { SESSION_SECRET: SECRET.toUpperCase() } })
  try {
    const session = await server.login('code-1')
    expect(subjectOf(session)).toBe(subjectOf(await other.login('code-1')))
    expect(subjectOf(session)).not.toBe(subjectOf(await other.login('code-2')))
    expect(subjectOf(session)).not.toBe(subjectOf(await foreign.login('code-1')))
    expect(await recognizeWith(other, session)).toMatchObject({ status: 200 })
    expect(await recognizeWith(foreign, session)).toMatchObject({ status: 401 })
  } finally {
    await Promise.all([other.close(), foreign.close()])
  }
})

test.each([undefined, 'no-session', ''])('asks for a login with the session %j', async (session) => {
  const answer = await recognizeWith(server, session)
  expect(answer).toMatchObject({ status: 401, json: { ok: false, error: { code: 'SESSION_EXPIRED' } } })
})

test('takes an access token of an API client, until it is one no more', async () => {
  const token = server.app.accessTokens.issue('wx-client')
  expect(await recognizeWith(server, token)).toMatchObject({ status: 200 })
  expect(await recognizeWith(server, server.app.accessTokens.issue('someone-else'))).toMatchObject({ status: 401 })
})

test.each([
  ['a code that is not WeChat’s', { code: 'forged' }, 401, { code: 'SESSION_EXPIRED', wechatCode: 40029 }],
  ['no code', {}, 400, { code: 'INVALID_REQUEST' }],
  ['an empty code', { code: '' }, 400, { code: 'INVALID_REQUEST' }],
  ['a code that is too long', { code: 'c'.repeat(300) }, 400, { code: 'INVALID_REQUEST' }],
  ['a body that is too long', { code: 'code-1', more: 'x'.repeat(100_000) }, 400, { code: 'INVALID_REQUEST' }],
])('refuses %s', async (_, body, status, error) => {
  expect(await post(server.url, body)).toMatchObject({ status, json: { ok: false, error } })
})

test.each<[string, () => unknown, number, object]>([
  ['a used code', () => ({ errcode: 40163, errmsg: 'code been used' }), 401, { code: 'SESSION_EXPIRED' }],
  ['system busy', () => ({ errcode: -1, errmsg: 'system error' }), 503, { code: 'ENGINE_BUSY', wechatCode: -1 }],
  ['too often', () => ({ errcode: 45011, errmsg: 'frequency limit' }), 429, { code: 'RATE_LIMITED' }],
  ['a wrong secret', () => ({ errcode: 40125, errmsg: 'invalid appsecret' }), 503, { code: 'NOT_AUTHORIZED' }],
  ['no openid', () => ({ session_key: 'k' }), 502, { code: 'ENGINE_UNAVAILABLE' }],
  ['an error of its own', () => Promise.reject(new Error('down')), 502, { code: 'ENGINE_UNAVAILABLE' }],
])('answers by the contract when WeChat’s login answers %s', async (_, answer, status, error) => {
  const wechat = await startLogin(answer)
  const facing = await startServer({ env: { WECHAT_BASE_URL: wechat.url } })
  try {
    expect(await post(facing.url, { code: 'code-1' })).toMatchObject({ status, json: { ok: false, error } })
  } finally {
    await facing.close()
    await wechat.app.close()
  }
})

test('without a WeChat account it says that the service is not set up', async () => {
  const app = await startServer({
    env: { ENGINE: 'embedded', WECHAT_APPID: '', WECHAT_SECRET: '' },
    overrides: { engines: { embedded: server.reader } },
  })
  try {
    expect(await post(app.url, { code: 'code-1' })).toMatchObject({
      status: 503,
      json: { error: { code: 'NOT_AUTHORIZED' } },
    })
  } finally {
    await app.close()
  }
})

test('limits the logins of one address, and believes nobody who claims another one', async () => {
  const strict = await startServer()
  try {
    const inject = (from: string) =>
      strict.app.inject({ method: 'POST', url: '/login', payload: { code: 'x' }, headers: { 'x-forwarded-for': from } })
    for (let login = 0; login < 60; login += 1) await inject(`203.0.113.${login}`)
    const refused = await inject('203.0.113.99')
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED' } })
  } finally {
    await strict.close()
  }
})
