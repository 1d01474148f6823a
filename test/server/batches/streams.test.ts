import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { createStreams } from '../../../server/batches/streams'
import { describeWithRedis } from '../redis'
import { until } from '../until'
import { createClient } from './client'
import { startServerProcess } from './process'
import { pictures, startWorld, type World } from './world'

/** As many as one person may have open. */
const MAX = 16

test('streams are counted by person, and end all together or each by itself', () => {
  const streams = createStreams(2)
  const [first, second] = [streams.open('one'), streams.open('one')]
  expect(() => streams.open('one')).toThrow(expect.objectContaining({ code: 'RATE_LIMITED' }) as Error)
  const other = streams.open('two')
  streams.close(first)
  expect([first, second, other].map(({ signal }) => signal.aborted)).toEqual([true, false, false])
  streams.open('one')
  streams.closeAll()
  expect([second, other].map(({ signal }) => signal.aborted)).toEqual([true, true])
})

describeWithRedis('event streams over HTTP', () => {
  let world: World
  let redis: Redis
  beforeAll(async () => {
    world = await startWorld()
    redis = new Redis(world.redis.url)
  })
  afterEach(async () => {
    await world.tidy()
    await redis.flushall()
  })
  afterAll(async () => {
    redis.disconnect()
    await world.close()
  })

  /** Looks at batches in a second. */
  async function countLooks(): Promise<number> {
    const total = async (): Promise<number> =>
      Number(/cmdstat_hmget:calls=(\d+)/.exec(await redis.info('commandstats'))?.[1] ?? 0)
    const before = await total()
    await sleep(1_000)
    return (await total()) - before
  }

  test('are not there for HEAD, which would read one to its end', async () => {
    const client = await createClient(await world.serve())
    const id = await client.send(await pictures(1))
    await client.read(id)
    for (let i = 0; i < 5; i += 1) expect((await client.follow(id, { method: 'HEAD' })).status).toBe(404)
    expect(await countLooks()).toBe(0)
  })

  test('are so many for one person, and free again when the person hangs up', async () => {
    const url = await world.serve()
    const [one, two] = await Promise.all([createClient(url), createClient(url, 'two')])
    const [id, others] = [await one.send(await pictures(1)), await two.send(await pictures(1))]
    const hangingUp = new AbortController()
    const first = await one.follow(id, { signal: hangingUp.signal })
    const rest = await Promise.all(Array.from({ length: MAX - 1 }, () => one.follow(id)))
    expect([first, ...rest].map(({ status }) => status)).toEqual(Array(MAX).fill(200))

    const refused = await one.follow(id)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED', retryable: true } })
    expect((await two.follow(others)).status).toBe(200)

    hangingUp.abort()
    await until(async () => (await one.follow(id)).status === 200)
  })

  test('ask Redis for no more when nobody reads them', async () => {
    const client = await createClient(await world.serve())
    const id = await client.send(await pictures(1))
    const hangingUp = new AbortController()
    await Promise.all(Array.from({ length: MAX }, () => client.follow(id, { signal: hangingUp.signal })))
    expect(await countLooks()).toBeLessThanOrEqual(6)
    hangingUp.abort()
    await sleep(500)
    expect(await countLooks()).toBe(0)
  })

  test('are open by the dozen without a warning of the process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'warnings-'))
    world.onClose(() => rm(folder, { recursive: true, force: true }))
    const warnings = join(folder, 'warnings.txt')
    const server = await startServerProcess({ ...world.env, NODE_OPTIONS: `--redirect-warnings=${warnings}` })
    world.onClose(() => server.kill())
    const client = await createClient(server.url)
    const id = await client.send(await pictures(1))
    await Promise.all(Array.from({ length: MAX }, () => client.follow(id)))
    await sleep(1_000)
    expect(await server.terminate()).toBe(0)
    expect(await readFile(warnings, 'utf8').catch(() => '')).not.toContain('MaxListenersExceededWarning')
  })
})
