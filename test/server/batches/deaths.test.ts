import { Redis } from 'ioredis'
import { describeWithRedis } from '../redis'
import { until } from '../until'
import { createClient, form, readEvents, type State } from './client'
import { startServerProcess, startWorkerProcess } from './process'
import { pictures, startWorld, type World } from './world'

const TOTAL = 30
/** Enough to be in the middle. */
const SOME = 5
const CONCURRENCY = 4

const EACH_ONCE = [...Array(TOTAL).keys()]

const indexesOf = ({ results }: State): number[] => results.map(({ index }) => index).sort((a, b) => a - b)

describeWithRedis('every picture is answered once, whoever dies in the middle', () => {
  let world: World
  beforeEach(async () => {
    world = await startWorld({ persistent: true, delayMs: 200 })
  })
  afterEach(() => world.close())

  async function expectNothingLeft(id: string): Promise<void> {
    const redis = new Redis(world.redis.url)
    try {
      await until(async () => (await redis.keys(`vehicle-license:recognitions:${id}-*`)).length === 0)
      expect(await redis.keys('*pictures*')).toEqual([])
      expect(await redis.hgetall('vehicle-license:batches:held')).toEqual({})
    } finally {
      redis.disconnect()
    }
  }

  test('a worker, by kill -9: another takes over what it was at', async () => {
    const client = await createClient(await world.serve())
    const worker = await startWorkerProcess(world.env)
    world.onClose(() => worker.kill())
    const id = await client.send(await pictures(TOTAL))
    await until(async () => (await client.read(id)).done >= SOME)
    await worker.kill()
    expect((await client.read(id)).done).toBeLessThan(TOTAL)

    await world.work()
    const state = await client.finish(id)
    expect(indexesOf(state)).toEqual(EACH_ONCE)
    expect(state.results.every(({ reply }) => reply.ok)).toBe(true)
    expect(world.calls.length).toBeLessThanOrEqual(TOTAL + CONCURRENCY)
    await expectNothingLeft(id)
  })

  test('a worker that is asked to end finishes what it is at, and nothing is read twice', async () => {
    const client = await createClient(await world.serve())
    const worker = await startWorkerProcess(world.env)
    world.onClose(() => worker.kill())
    const id = await client.send(await pictures(TOTAL))
    await until(async () => (await client.read(id)).done >= SOME)
    expect(await worker.terminate()).toBe(0)
    expect((await client.read(id)).done).toBeLessThan(TOTAL)

    await world.work()
    expect(indexesOf(await client.finish(id))).toEqual(EACH_ONCE)
    expect(world.calls).toHaveLength(TOTAL)
  })

  test('the server, by kill -9: the next one goes on where it was, also in the event stream', async () => {
    const server = await startServerProcess(world.env)
    world.onClose(() => server.kill())
    await world.work()
    const client = await createClient(server.url)
    const id = await client.send(await pictures(TOTAL))

    const stream = await client.follow(id)
    let text = ''
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) text += Buffer.from(chunk).toString()
    })().catch(() => undefined)
    await until(() => text.includes(`id: ${SOME}\n`))
    await server.kill()
    await reading

    const next = await createClient(await world.serve())
    const before = readEvents(text.slice(0, text.lastIndexOf('\n\n') + 2))
    const last = Math.max(...before.map((event) => event.id ?? 0))
    const after = readEvents(await (await next.follow(id, { headers: { 'last-event-id': String(last) } })).text())
    const results = [...before, ...after].filter(({ name }) => name === 'result')
    expect(results.map((event) => event.id)).toEqual(EACH_ONCE.map((index) => index + 1))
    expect(results.map(({ data }) => Number(data.index)).sort((a, b) => a - b)).toEqual(EACH_ONCE)
    expect(after.at(-1)?.name).toBe('done')
    expect(indexesOf(await next.read(id))).toEqual(EACH_ONCE)
    await expectNothingLeft(id)
  })

  test('Redis, by kill -9: what it had is in its file, and server, worker and event stream go on', async () => {
    const client = await createClient(await world.serve())
    await world.work()
    const id = await client.send(await pictures(TOTAL))
    const stream = await client.follow(id)
    await until(async () => (await client.read(id)).done >= SOME)
    await world.redis.kill()
    expect(await client.request(`/batches/${id}`)).toMatchObject({ json: { ok: false, error: { retryable: true } } })
    await world.redis.restart()

    const events = readEvents(await stream.text())
    const results = events.filter(({ name }) => name === 'result')
    expect(results.map((event) => event.id)).toEqual(EACH_ONCE.map((index) => index + 1))
    expect(events.at(-1)?.name).toBe('done')
    const state = await client.read(id)
    expect(indexesOf(state)).toEqual(EACH_ONCE)
    expect(state.results.every(({ reply }) => reply.ok)).toBe(true)
    await expectNothingLeft(id)
  })

  test('Redis, before anybody came: server and worker wait for it', async () => {
    // While Redis is away no access token is given out.
    const { token } = await createClient(await world.serve())
    await world.tidy()
    await world.redis.kill()
    const client = await createClient(await world.serve(), 'one', token)
    const working = world.work()
    const refused = await client.post(form(await pictures(1)))
    expect(refused).toMatchObject({ json: { ok: false, error: { code: 'ENGINE_UNAVAILABLE', retryable: true } } })
    await world.redis.restart()
    await working
    const id = await client.send(await pictures(TOTAL))
    expect(indexesOf(await client.finish(id))).toEqual(EACH_ONCE)
  })
})
