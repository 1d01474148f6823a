import { Redis } from 'ioredis'
import { createTokenSource } from '../../../recognition/engines/https/tokens/source'
import { createRedisState } from '../../../server/state/redis'
import type { State } from '../../../server/state/state'
import { createCloud, type Cloud } from '../../../simulator/cloud'
import { APP_ID, APP_SECRET } from '../../../simulator/cloud/identity'
import { testAnswers } from '../../recognition/idempotency/answers-contract'
import { testCounters } from '../../recognition/limits/counters-contract'
import { fakeEngine } from '../../recognition/pictures'
import { describeWithRedis, startRedis, type StartedRedis } from '../redis'

describeWithRedis('state in Redis', () => {
  let server: StartedRedis
  let connections: Redis[]
  let states: State[]

  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())
  beforeEach(() => {
    connections = [1, 2, 3].map(() => new Redis(server.url, { maxRetriesPerRequest: 1 }))
    for (const connection of connections) connection.on('error', () => undefined)
    states = connections.map((connection) => createRedisState(connection))
  })
  afterEach(async () => {
    await connections[0]?.flushall()
    for (const connection of connections) connection.disconnect()
  })

  let turn = 0
  /** Another process's connection every time. */
  const next = (): State => {
    turn += 1
    const state = states[turn % states.length]
    if (!state) throw new Error('no state')
    return state
  }

  describe('counters', () => {
    testCounters(() => next().counters)
  })
  describe('answers', () => {
    testAnswers(() => next().answers)
  })

  test('works on after Redis was emptied and its scripts forgotten', async () => {
    const { counters } = next()
    await counters.take('one', 5, 60_000)
    await connections[0]?.script('FLUSH')
    await expect(counters.take('one', 5, 60_000)).resolves.toBe(2)
  })

  test('leaves nothing that is not forgotten in time', async () => {
    const { counters, answers, tokenStore } = next()
    await counters.take('a', 5, 60_000)
    await counters.raise('b', 5, 60_000)
    await answers.claim('c', 'me', 60_000)
    await answers.settle('c', 'me', 'text', 60_000)
    await tokenStore.write({ value: 'd', expiresAt: Date.now() + 60_000 })
    await tokenStore.lock(60_000)
    const redis = connections[0]
    const keys = (await redis?.keys('*')) ?? []
    expect(keys).toHaveLength(5)
    for (const key of keys) expect(await redis?.pttl(key)).toBeGreaterThan(0)
  })

  describe('access token', () => {
    let cloud: Cloud
    beforeAll(async () => {
      cloud = createCloud({ engine: fakeEngine(), functionsDir: '', log: () => undefined })
      await cloud.start()
    })
    afterAll(() => cloud.close())

    const sources = () => {
      const account = { baseUrl: cloud.origin, appid: APP_ID, secret: APP_SECRET }
      return states.map(({ tokenStore }) => createTokenSource(account, tokenStore))
    }

    test('is asked for once, however many processes want it', async () => {
      const issue = jest.spyOn(cloud.tokens, 'issue')
      const tokens = await Promise.all(sources().flatMap((source) => [source.get(), source.get()]))
      expect(new Set(tokens).size).toBe(1)
      expect(issue).toHaveBeenCalledTimes(1)
      issue.mockRestore()
    })

    test.each([
      ['another service has renewed it', () => cloud.tokens.revoke(), [false]],
      ['WeChat still gives the refused one', () => undefined, [false, true]],
    ])('is replaced once, however many processes found it refused: %s', async (_, change, forced) => {
      const three = sources()
      const [refused = ''] = await Promise.all(three.map((source) => source.get()))
      change()
      const issue = jest.spyOn(cloud.tokens, 'issue')
      const tokens = await Promise.all(three.map((source) => source.replace(refused)))
      expect(new Set(tokens).size).toBe(1)
      expect(tokens[0]).not.toBe(refused)
      const asked = issue.mock.calls.map(([request]) => (request as { force_refresh: boolean }).force_refresh)
      expect(asked).toEqual(forced)
      issue.mockRestore()
    })
  })

  test('says whether it is ready, and works on when Redis is back', async () => {
    const state = next()
    await expect(state.isReady()).resolves.toBe(true)
    await server.kill()
    await expect(state.isReady()).resolves.toBe(false)
    await expect(state.counters.take('x', 1, 1_000)).rejects.toThrow()
    await server.restart()
    for (let i = 0; i < 100 && !(await state.isReady()); i += 1) await new Promise((resolve) => setTimeout(resolve, 50))
    await expect(state.counters.take('x', 1, 1_000)).resolves.toBe(1)
  })
})
