import { once } from 'node:events'
import { createServer } from 'node:net'
import { startServer, type RunningServer } from '../../server'
import { readConfig } from '../../server/config'
import { createLog } from '../../server/log'
import type { Engine } from '../../recognition/engine'
import { startWorker } from '../../server/worker'
import { fakeEngine } from '../recognition/pictures'
import { describeWithRedis, startRedis } from './redis'
import { call } from './start'
import { until } from './until'

const env = { PORT: '0', ENGINE: 'embedded', LOG_LEVEL: 'silent' }
const COLD: Engine = { ...fakeEngine(), warm: () => new Promise(() => undefined) }

const start = (operations: string, embedded: Engine = fakeEngine()): Promise<RunningServer> =>
  startServer(readConfig({ ...env, OPERATIONS: operations }), { engines: { embedded } })

const statuses = async (url: string | undefined, ...paths: readonly string[]): Promise<number[]> =>
  Promise.all(paths.map(async (path) => (await fetch(`${url ?? ''}${path}`)).status))

const INSIGHT = ['/metrics', '/docs/', '/docs/json', '/docs/static/swagger-ui.css']
const HEALTH = ['/healthz', '/readyz']

let server: RunningServer | undefined
afterEach(() => server?.close())

test('here: figures and documentation are beside the rest', async () => {
  server = await start('here')
  expect(await statuses(server.url, ...INSIGHT, ...HEALTH)).toEqual(Array(6).fill(200))
  expect(server.operationsUrl).toBeUndefined()
})

test('off: they are nowhere', async () => {
  server = await start('off')
  expect(await statuses(server.url, ...INSIGHT)).toEqual(Array(4).fill(404))
  expect(await statuses(server.url, ...HEALTH)).toEqual([200, 200])
  expect(server.operationsUrl).toBeUndefined()
})

describe('an address of their own', () => {
  test('has them, and the main one has them not', async () => {
    server = await start('127.0.0.1:0')
    expect(server.operationsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await statuses(server.operationsUrl, ...INSIGHT)).toEqual(Array(4).fill(200))
    expect(await statuses(server.url, ...INSIGHT)).toEqual(Array(4).fill(404))
    expect(await statuses(server.operationsUrl, '/vehicle-license', '/nothing')).toEqual([404, 404])
  })

  test('tells health as the main one does', async () => {
    server = await start('127.0.0.1:0', COLD)
    for (const url of [server.url, server.operationsUrl ?? '']) {
      expect(await statuses(url, ...HEALTH)).toEqual([200, 503])
      expect((await call(`${url}/readyz`)).json).toEqual({ ready: false, missing: ['engine'] })
    }
  })

  test('describes the routes of the main one, and where that is', async () => {
    server = await start('127.0.0.1:0')
    const { json } = await call(`${server.operationsUrl ?? ''}/docs/json`)
    expect(json.servers).toEqual([{ url: server.url }])
    expect(Object.keys(json.paths as object)).toEqual(
      expect.arrayContaining(['/login', '/vehicle-license', '/batches', '/cgi-bin/token', '/healthz']),
    )
    expect(json.paths).not.toHaveProperty('/metrics')
    expect(json.paths).not.toHaveProperty('/docs')
  })

  test('may be one of IPv6', async () => {
    server = await start('[::1]:0')
    expect(server.operationsUrl).toMatch(/^http:\/\/\[::1\]:\d+$/)
    expect(await statuses(server.operationsUrl, '/metrics')).toEqual([200])
  })

  test('is closed with the main one', async () => {
    server = await start('127.0.0.1:0')
    await server.close()
    for (const url of [server.url, server.operationsUrl ?? '']) await expect(fetch(url)).rejects.toThrow()
  })

  test('that is taken ends the start, the main address included', async () => {
    server = await start('off')
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const mainPort = Number(new URL(server.url).port)
    await server.close()
    try {
      const config = readConfig({ ...env, PORT: String(mainPort), OPERATIONS: `127.0.0.1:${port}` })
      await expect(startServer(config, { engines: { embedded: fakeEngine() } })).rejects.toMatchObject({
        code: 'EADDRINUSE',
      })
      await expect(fetch(server.url)).rejects.toThrow()
    } finally {
      taken.close()
    }
  })
})

describeWithRedis('a worker’s operations', () => {
  test('are at their own address: health with Redis and the models, and figures', async () => {
    const redis = await startRedis()
    const lines: string[] = []
    const settings = { REDIS_URL: redis.url, SESSION_SECRET: 'a secret for tests of at least 32 characters' }
    const config = readConfig({ ...env, ...settings, LOG_LEVEL: 'info', OPERATIONS: '127.0.0.1:0' })
    const log = createLog(config.logLevel, { write: (line) => void lines.push(line) })
    let loaded = (): void => undefined
    const embedded: Engine = { ...fakeEngine(), warm: () => new Promise((resolve) => (loaded = resolve)) }
    const worker = await startWorker(config, log, { engines: { embedded } })
    try {
      const url = /Operations at (http:\/\/127\.0\.0\.1:\d+)/.exec(lines.join())?.[1]
      expect(await call(`${url ?? ''}/readyz`)).toMatchObject({ status: 503, json: { missing: ['engine'] } })
      loaded()
      await until(async () => (await call(`${url ?? ''}/readyz`)).status === 200)
      expect(await statuses(url, '/healthz', '/metrics', '/docs/')).toEqual([200, 200, 404])
      await redis.kill()
      expect(await call(`${url ?? ''}/readyz`)).toMatchObject({ status: 503, json: { missing: ['redis'] } })
      await redis.restart()
      await until(async () => (await call(`${url ?? ''}/readyz`)).status === 200)
    } finally {
      await worker.close()
      await redis.stop()
    }
  })
})
