import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import type { Batches } from '../../../server/batches'
import type { PictureResult } from '../../../server/batches/batch'
import { events } from '../../../server/batches/events'
import { createBatchStore } from '../../../server/batches/store'
import { createWatchBatch, type WatchSources } from '../../../server/batches/watch'
import { RECOGNITION } from '../../recognition/pictures'
import { describeWithRedis, type StartedRedis, startRedis } from '../redis'
import { until } from '../until'
import { readEvents } from './client'

const resultOf = (index: number): PictureResult => ({ index, ms: 5, reply: { ok: true, recognition: RECOGNITION } })

type Watching = Pick<Batches, 'store' | 'watch'>

/** A stream's text, which grows. */
function read(batches: Watching, id = 'batch', after = 0, signal = new AbortController().signal) {
  const reader = { text: '', ids: [] as (number | undefined)[], ended: Promise.resolve() }
  reader.ended = (async () => {
    for await (const text of events(batches, id, after, signal)) {
      reader.text += text
      reader.ids = readEvents(reader.text)
        .filter(({ name }) => name === 'result')
        .map((event) => event.id)
    }
  })()
  return reader
}

describe('those who watch one batch', () => {
  /** A batch of five, as it lies in a store. */
  function create() {
    const told: PictureResult[] = []
    const calls = { find: 0, results: 0, countWorkers: 0 }
    let failures = 0
    const sources: WatchSources = {
      store: {
        find() {
          calls.find += 1
          failures -= 1
          if (failures >= 0) return Promise.reject(new Error('Redis is away'))
          return Promise.resolve({ person: 'p', type: 'photo', total: 5, done: told.length })
        },
        results(_, after) {
          calls.results += 1
          return Promise.resolve(told.slice(after))
        },
      },
      queue: {
        countWorkers() {
          calls.countWorkers += 1
          return Promise.resolve(1)
        },
      },
    }
    const batches = { store: sources.store as Batches['store'], watch: createWatchBatch(sources) }
    const answer = (count: number): void => {
      for (let i = 0; i < count; i += 1) told.push(resultOf(told.length))
    }
    return { batches, calls, answer, fail: (times: number) => (failures = times) }
  }

  test('get each what they lack, whenever they came', async () => {
    const { batches, answer } = create()
    answer(2)
    const [fresh, again] = [read(batches), read(batches, 'batch', 1)]
    await until(() => fresh.ids.length === 2)
    answer(1)
    await until(() => fresh.ids.length === 3)
    const late = read(batches)
    answer(2)
    await Promise.all([fresh.ended, again.ended, late.ended])
    expect(fresh.ids).toEqual([1, 2, 3, 4, 5])
    expect(again.ids).toEqual([2, 3, 4, 5])
    expect(late.ids).toEqual([1, 2, 3, 4, 5])
    for (const { text } of [fresh, again, late]) expect(readEvents(text).at(-1)?.name).toBe('done')
  })

  test('get everything also when they read slowly', async () => {
    const { batches, answer } = create()
    const slow = events(batches, 'batch', 0, new AbortController().signal)
    let text = ''
    const next = async (): Promise<void> => {
      const step = await slow.next()
      if (step.done !== true) text += step.value
    }
    await next()
    await next()
    const fast = read(batches)
    for (const count of [1, 3]) {
      answer(count - fast.ids.length)
      await until(() => fast.ids.length === count)
    }
    answer(2)
    await fast.ended
    while (!text.includes('event: done')) await next()
    expect(readEvents(text).flatMap(({ id }) => id ?? [])).toEqual([1, 2, 3, 4, 5])
  })

  test('share each look, and go on after one that failed', async () => {
    const { batches, calls, answer, fail } = create()
    fail(2)
    const readers = Array.from({ length: 50 }, () => read(batches))
    await until(() => readers.every(({ text }) => text.includes('progress')))
    expect(calls).toEqual({ find: 3, results: 0, countWorkers: 1 })
    answer(5)
    await Promise.all(readers.map(({ ended }) => ended))
    expect(readers.every(({ ids }) => ids.length === 5)).toBe(true)
    expect(calls.results).toBe(1)
  })

  test('are asked for no more once they have gone', async () => {
    const { batches, calls } = create()
    const gone = new AbortController()
    const readers = [read(batches, 'batch', 0, gone.signal), read(batches, 'batch', 0, gone.signal)]
    await until(() => readers.every(({ text }) => text.includes('progress')))
    gone.abort()
    await Promise.all(readers.map(({ ended }) => ended))
    const { find } = calls
    await sleep(600)
    expect(calls.find).toBe(find)
  })
})

describeWithRedis('commands for those who watch one batch', () => {
  let server: StartedRedis
  let redis: Redis
  beforeAll(async () => {
    server = await startRedis()
    redis = new Redis(server.url)
  })
  afterAll(async () => {
    redis.disconnect()
    await server.stop()
  })

  /** Commands that Redis is sent in two seconds. */
  async function countCommands(): Promise<number> {
    const total = async (): Promise<number> =>
      Number(/total_commands_processed:(\d+)/.exec(await redis.info('stats'))?.[1])
    const before = await total()
    await sleep(2_000)
    return (await total()) - before
  }

  test('are as many for 200 as for one', async () => {
    const store = createBatchStore(redis, { maxBytes: 1_000, resultMs: 60_000 })
    const id = await store.open({ person: 'somebody', type: 'photo' }, 0)
    await store.put(id, 0, Buffer.alloc(10))
    await store.close(id, 1)
    const watch = createWatchBatch({ store, queue: { countWorkers: () => redis.dbsize() } })
    const gone = new AbortController()
    const first = read({ store, watch }, id, 0, gone.signal)
    await until(() => first.text.includes('progress'))
    const ofOne = await countCommands()
    const others = Array.from({ length: 199 }, () => read({ store, watch }, id, 0, gone.signal))
    await until(() => others.every(({ text }) => text.includes('progress')))
    const ofAll = await countCommands()
    expect(ofOne).toBeGreaterThan(8)
    // A look more or less fits into the time.
    expect(ofAll).toBeLessThanOrEqual(ofOne + 6)
    gone.abort()
    await Promise.all([first, ...others].map(({ ended }) => ended))
    expect(await countCommands()).toBe(1)
  })
})
