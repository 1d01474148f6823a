import { readConfig } from '../../server/config'
import { createApp } from '../../server/app'
import { createLog } from '../../server/log'
import type { Engine } from '../../recognition/engine'
import { createServices } from '../../server/services'
import { createMemoryState } from '../../server/state/memory'
import { fakeEngine, picture } from '../recognition/pictures'
import { call, CLIENT, file, formOf, type StartedServer, startServer } from './start'

const image = async (): Promise<Blob> => file((await picture('jpeg')) as Buffer<ArrayBuffer>)

let server: StartedServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

test('lives, and is ready', async () => {
  expect(await call(`${server.url}/healthz`)).toEqual({ status: 200, json: { ok: true } })
  expect(await call(`${server.url}/readyz`)).toEqual({ status: 200, json: { ready: true } })
})

test('is ready once its models are loaded and its state is there, and says what is missing', async () => {
  let loaded = (): void => undefined
  const embedded: Engine = { ...fakeEngine(), warm: () => new Promise((resolve) => (loaded = resolve)) }
  let isThere = false
  const state = { ...createMemoryState(), isReady: () => Promise.resolve(isThere) }
  const cold = await startServer({ env: { ENGINE: 'embedded' }, overrides: { engines: { embedded }, state } })
  try {
    const readiness = () => call(`${cold.url}/readyz`)
    expect(await readiness()).toEqual({ status: 503, json: { ready: false, missing: ['engine', 'redis'] } })
    loaded()
    expect(await readiness()).toEqual({ status: 503, json: { ready: false, missing: ['redis'] } })
    isThere = true
    expect(await readiness()).toEqual({ status: 200, json: { ready: true } })
    expect(await call(`${cold.url}/healthz`)).toMatchObject({ status: 200 })
  } finally {
    await cold.close()
  }
})

test('an engine that cannot be loaded is missing', async () => {
  const embedded: Engine = { ...fakeEngine(), warm: () => Promise.reject(new Error('no models')) }
  const broken = await startServer({ env: { ENGINE: 'embedded' }, overrides: { engines: { embedded } } })
  try {
    expect(await call(`${broken.url}/readyz`)).toMatchObject({ status: 503, json: { missing: ['engine'] } })
    expect(broken.lines.join()).toContain('cannot be loaded')
  } finally {
    await broken.close()
  }
})

test('counts recognitions by outcome and engine for Prometheus, and tells the quota', async () => {
  const session = await server.login()
  await server.recognize(session, { type: 'photo', image: await image() })
  await server.recognize(session, { type: 'photo', image: await image() })
  await server.recognize(session, { type: 'photo', image: file(Buffer.from('none')) })
  const response = await fetch(`${server.url}/metrics`)
  const text = await response.text()
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  for (const line of [
    'vehicle_license_recognitions_total{outcome="ok",engine="wechat",replayed="false"} 1',
    'vehicle_license_recognitions_total{outcome="ok",engine="wechat",replayed="true"} 1',
    'vehicle_license_recognitions_total{outcome="IMAGE_UNREADABLE",engine="none",replayed="false"} 1',
    'vehicle_license_recognition_seconds_count{engine="wechat"} 2',
    'vehicle_license_quota_used 1',
    'vehicle_license_quota_limit 100',
    'nodejs_eventloop_lag_p99_seconds',
  ]) {
    expect(text).toContain(line)
  }
})

test('describes every route, each with its replies', async () => {
  const { json } = await call(`${server.url}/docs/json`)
  const paths = json.paths as Record<string, Record<string, { responses: object; summary?: string }>>
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining([
      '/login',
      '/vehicle-license',
      '/cv/ocr/driving',
      '/cgi-bin/token',
      '/cgi-bin/stable_token',
      '/healthz',
      '/readyz',
      '/metrics',
      '/batches',
    ]),
  )
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { responses, summary }] of Object.entries(methods)) {
      expect({ path, method, responses: Object.keys(responses), summary }).toMatchObject({
        responses: expect.arrayContaining([expect.stringMatching(/^2\d\d$/)]) as unknown,
        summary: expect.any(String) as unknown,
      })
    }
  }
  expect(paths['/vehicle-license']?.post).toMatchObject({
    requestBody: { content: { 'multipart/form-data': { schema: { required: ['image', 'type'] } } } },
    security: [{ bearer: [] }],
  })
})

test('shows them as a page that needs nothing but this server', async () => {
  const page = await fetch(`${server.url}/docs/`)
  const html = await page.text()
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(page.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
  // Nothing inline, which the policy would stop.
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>[^<]/)
  const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(
    ([, path]) => new URL(path ?? '', `${server.url}/docs/`),
  )
  expect(assets.length).toBeGreaterThan(3)
  for (const asset of assets) {
    expect(asset.origin).toBe(server.url)
    expect((await fetch(asset)).status).toBe(200)
  }
})

test.each([
  ['GET', '/nothing', 404, 'NOT_FOUND'],
  ['POST', '/../../etc/passwd', 404, 'NOT_FOUND'],
  ['GET', '/vehicle-license', 404, 'NOT_FOUND'],
  ['GET', '/%zz', 400, 'INVALID_REQUEST'],
] as const)('answers %s %s by the contract', async (method, url, status, code) => {
  const answer = await server.app.inject({ method, url })
  expect({ status: answer.statusCode, json: answer.json<object>() }).toMatchObject({
    status,
    json: { ok: false, error: { code, message: expect.any(String) as unknown } },
  })
  expect(answer.headers['content-type']).toContain('application/json')
})

test('sets the headers that keep browsers careful, and names no software', async () => {
  const { headers } = await fetch(`${server.url}/healthz`)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
  expect(headers.get('x-powered-by')).toBeNull()
  expect(headers.get('server')).toBeNull()
})

test('hides what nobody foresaw, and logs where it happened', async () => {
  const lines: string[] = []
  const config = readConfig({ ENGINE: 'embedded', LOG_LEVEL: 'error' })
  const log = createLog(config.logLevel, { write: (line) => void lines.push(line) })
  const state = { ...createMemoryState(), isReady: () => Promise.reject(new Error('password 123456')) }
  const services = createServices(config, log, { engines: { embedded: fakeEngine() }, state })
  const app = await createApp(services)
  try {
    const answer = await app.inject('/readyz')
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toMatchObject({ ok: false, error: { code: 'ENGINE_UNAVAILABLE' } })
    expect(answer.body).not.toContain('123456')
    expect(lines).toEqual([expect.stringContaining('operation.test.ts')])
    expect(lines.join()).not.toContain('123456')
  } finally {
    await app.close()
    await services.close()
  }
})

test('logs one line for each recognition, and nothing that names a person, a token or what was read', async () => {
  const own = await startServer({ env: { LOG_LEVEL: 'trace' } })
  try {
    const session = await own.login('code-somebody')
    const token = own.app.accessTokens.issue(CLIENT.appid)
    await own.recognize(session, { type: 'photo', image: await image(), idempotencyKey: 'of-the-person' })
    await own.recognize('no-session', { type: 'photo', image: await image() })
    await call(`${own.url}/cv/ocr/driving?type=photo&access_token=${token}`, {
      method: 'POST',
      body: formOf({ img: await image() }),
    })
    await call(`${own.url}/cgi-bin/token?grant_type=client_credential&appid=${CLIENT.appid}&secret=${CLIENT.secret}`)
    await call(`${own.url}/nothing?access_token=${token}`)
    await own.app.inject(`/%zz?access_token=${token}`)

    const recognitions = own.lines
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .filter(({ msg }) => msg === 'recognition')
    expect(recognitions).toEqual([
      expect.objectContaining({ ok: true, engine: 'wechat', bytes: expect.any(Number) as unknown, replayed: false }),
      expect.objectContaining({ ok: true, person: `client:${CLIENT.appid}` }),
    ])
    const { openid } = (await (
      await fetch(
        `${own.cloud.origin}/sns/jscode2session?${new URLSearchParams({
          grant_type: 'authorization_code',
          js_code: 'code-somebody',
          appid: own.services.config.wechat?.appid ?? '',
          secret: own.services.config.wechat?.secret ?? '',
        }).toString()}`,
      )
    ).json()) as { openid: string }
    const log = own.lines.join('\n')
    const secrets = [
      openid,
      session,
      token,
      CLIENT.secret,
      'code-somebody',
      'access_token',
      'of-the-person',
      '京A12345',
    ]
    for (const secret of secrets) expect(log).not.toContain(secret)
  } finally {
    await own.close()
  }
})
