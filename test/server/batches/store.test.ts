import { Redis } from 'ioredis'
import type { RecognizeReply } from '../../../miniprogram/vehicle-license/recognition'
import { type BatchStoreOptions, createBatchStore } from '../../../server/batches/store'
import { RECOGNITION } from '../../recognition/pictures'
import { until } from '../until'
import { describeWithRedis, type StartedRedis, startRedis } from '../redis'

const ORDER = { person: 'somebody', type: 'photo' } as const
const REPLY: RecognizeReply = { ok: true, recognition: RECOGNITION }
const picture = (bytes: number): Buffer => Buffer.alloc(bytes, 1)
const answered = (index: number) => ({ index, ms: 5, reply: REPLY })

describeWithRedis('batches in Redis', () => {
  let server: StartedRedis
  let redis: Redis
  beforeAll(async () => {
    server = await startRedis()
    redis = new Redis(server.url)
  })
  afterEach(() => redis.flushall())
  afterAll(async () => {
    redis.disconnect()
    await server.stop()
  })

  const create = (options: Partial<BatchStoreOptions> = {}) =>
    createBatchStore(redis, { maxBytes: 1_000, resultMs: 60_000, ...options })

  test('a batch is found once its upload has ended, and its pictures wait until they are answered', async () => {
    const store = create()
    const id = await store.open(ORDER, 0)
    await store.put(id, 0, picture(10))
    await store.put(id, 1, picture(20))
    expect(await store.find(id)).toBeUndefined()

    await store.close(id, 2)
    expect(await store.find(id)).toEqual({ ...ORDER, total: 2, done: 0 })
    expect(await store.picture(id, 1)).toEqual({ ...ORDER, bytes: picture(20) })

    expect(await store.answer(id, answered(1))).toBe(true)
    expect(await store.picture(id, 1)).toBeUndefined()
    expect(await store.find(id)).toMatchObject({ total: 2, done: 1 })
  })

  test('the first answer stands', async () => {
    const store = create()
    const id = await store.open(ORDER, 0)
    await store.put(id, 0, picture(10))
    await store.close(id, 1)
    const answers = await Promise.all([1, 2, 3].map((ms) => store.answer(id, { ...answered(0), ms })))
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await store.results(id, 0)).toHaveLength(1)
    expect(await store.find(id)).toMatchObject({ total: 1, done: 1 })
  })

  test('results are told in the order in which they came, from any on', async () => {
    const store = create()
    const id = await store.open(ORDER, 0)
    for (const index of [0, 1, 2]) await store.put(id, index, picture(1))
    await store.close(id, 3)
    for (const index of [2, 0, 1]) await store.answer(id, answered(index))
    expect((await store.results(id, 0)).map(({ index }) => index)).toEqual([2, 0, 1])
    expect(await store.results(id, 2)).toEqual([answered(1)])
    expect(await store.results(id, 3)).toEqual([])
  })

  test('pictures of all batches together stay within the bound, and each that is answered makes room', async () => {
    const store = create()
    const first = await store.open(ORDER, 0)
    await store.put(first, 0, picture(600))
    const second = await store.open(ORDER, 0)
    await expect(store.put(second, 0, picture(401))).rejects.toMatchObject({ code: 'ENGINE_BUSY' })
    await store.put(second, 0, picture(400))
    await expect(store.put(first, 1, picture(1))).rejects.toMatchObject({ code: 'ENGINE_BUSY' })

    await store.close(first, 1)
    await store.answer(first, answered(0))
    await store.put(second, 1, picture(600))
    await expect(store.put(second, 2, picture(1))).rejects.toMatchObject({ code: 'ENGINE_BUSY' })
  })

  test('a picture that is sent again, as after a lost connection, counts once', async () => {
    const store = create()
    const id = await store.open(ORDER, 0)
    for (let time = 0; time < 3; time += 1) await store.put(id, 0, picture(600))
    await store.put(id, 1, picture(400))
  })

  test('what is announced and cannot fit is refused at once, and nothing is held before it has come', async () => {
    const store = create()
    await expect(store.open(ORDER, 1_001)).rejects.toMatchObject({ code: 'ENGINE_BUSY' })
    const [first, second] = [await store.open(ORDER, 1_000), await store.open(ORDER, 1_000)]
    expect(await redis.keys('*held*')).toEqual([])
    await store.put(first, 0, picture(100))
    await expect(store.open(ORDER, 901)).rejects.toMatchObject({ code: 'ENGINE_BUSY' })
    await store.put(second, 0, picture(900))
    await expect(store.put(first, 1, picture(1))).rejects.toMatchObject({ code: 'ENGINE_BUSY' })
  })

  test('of many that send at once, only as many pictures are taken as there is room for', async () => {
    const store = create()
    const ids = await Promise.all(Array.from({ length: 30 }, () => store.open(ORDER, 100)))
    const sent = await Promise.allSettled(ids.map((id) => store.put(id, 0, picture(100))))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  })

  describe('what one person has waiting', () => {
    const SHARE = { maxBytesPerPerson: 500, maxPicturesPerPerson: 3 }
    const OTHER = { ...ORDER, person: 'somebody else' }
    const refused = { code: 'RATE_LIMITED' }

    test('stays within a share of all bytes, over all processes, and another’s is still taken', async () => {
      const [here, there] = [create(SHARE), create(SHARE)]
      await expect(here.open(ORDER, 501)).rejects.toMatchObject(refused)
      const first = await here.open(ORDER, 500)
      await here.put(first, 0, picture(400))
      const second = await there.open(ORDER, 100)
      await expect(there.put(second, 0, picture(101))).rejects.toMatchObject(refused)
      await expect(there.open(ORDER, 101)).rejects.toMatchObject(refused)
      const others = await there.open(OTHER, 500)
      await there.put(others, 0, picture(500))

      await here.close(first, 1)
      await here.answer(first, answered(0))
      await there.put(second, 0, picture(500))
    })

    test('stays within a number of pictures, of which each that is answered makes room for another', async () => {
      const store = create(SHARE)
      const first = await store.open(ORDER, 0)
      for (const index of [0, 1, 2]) await store.put(first, index, picture(1))
      await expect(store.put(first, 3, picture(1))).rejects.toMatchObject(refused)
      await expect(store.open(ORDER, 0)).rejects.toMatchObject(refused)
      await store.put(await store.open(OTHER, 0), 0, picture(1))

      await store.close(first, 3)
      await store.answer(first, answered(1))
      const second = await store.open(ORDER, 0)
      await store.put(second, 0, picture(1))
      await expect(store.put(second, 1, picture(1))).rejects.toMatchObject(refused)
    })

    test('is forgotten with a batch that is dropped or whose time is up', async () => {
      const store = create(SHARE)
      const first = await store.open(ORDER, 0)
      await store.put(first, 0, picture(500))
      await store.drop(first)
      const second = await store.open(ORDER, 500)
      await create({ ...SHARE, uploadMs: 1 }).put(second, 0, picture(500))
      await until(async () => (await store.picture(second, 0)) === undefined)
      await store.put(await store.open(ORDER, 500), 0, picture(500))
    })

    test('is half of all bytes, but never less than one picture', async () => {
      const store = create({ maxBytes: 6_000_000 })
      await expect(store.open(ORDER, 3_000_001)).rejects.toMatchObject(refused)
      await store.open(ORDER, 3_000_000)
      await create({ maxBytes: 2_000_000 }).open(ORDER, 2_000_000)
    })
  })

  test('a batch that is dropped leaves nothing, and its bytes are free', async () => {
    const store = create()
    const id = await store.open(ORDER, 1_000)
    await store.put(id, 0, picture(100))
    await store.drop(id)
    expect(await redis.keys('*')).toEqual([])
    expect(await store.answer(id, answered(0))).toBe(false)
    expect(await redis.keys('*')).toEqual([])
  })

  test('an upload whose sender died is forgotten, and its bytes are free', async () => {
    const id = await create().open(ORDER, 1_000)
    await create().put(id, 0, picture(100))
    const store = create({ uploadMs: 1 })
    await store.put(id, 1, picture(100))
    await until(async () => (await store.picture(id, 0)) === undefined)

    await expect(store.put(id, 2, picture(100))).rejects.toMatchObject({ code: 'TIMEOUT' })
    await expect(store.close(id, 2)).rejects.toMatchObject({ code: 'TIMEOUT' })
    await create().open(ORDER, 1_000)
  })

  test('once all is answered only the results are left, and they expire', async () => {
    async function answerAll(resultMs: number): Promise<string> {
      const store = create({ resultMs })
      const id = await store.open(ORDER, 0)
      await store.put(id, 0, picture(100))
      await store.close(id, 1)
      await store.answer(id, answered(0))
      return id
    }
    const id = await answerAll(60_000)
    expect(await create().find(id)).toMatchObject({ done: 1 })
    expect(await redis.keys('*pictures*')).toEqual([])
    expect(await redis.keys('*held*')).toEqual([])
    for (const key of await redis.keys('*')) expect(await redis.pttl(key)).toBeGreaterThan(0)

    await redis.flushall()
    await answerAll(1)
    await until(async () => (await redis.keys('*')).length === 0)
  })

  test('pictures that no worker takes wait longer than results are kept, but not for ever', async () => {
    const id = await create().open(ORDER, 0)
    await create().put(id, 0, picture(1_000))
    await create({ waitingMs: 60_000, resultMs: 1 }).close(id, 1)
    for (const key of await redis.keys(`*${id}*`)) expect(await redis.pttl(key)).toBeGreaterThan(1_000)

    const store = create({ waitingMs: 1 })
    await store.close(id, 1)
    await until(async () => (await store.find(id)) === undefined)
    expect(await store.answer(id, answered(0))).toBe(false)
    await store.open(ORDER, 1_000)
  })
})
