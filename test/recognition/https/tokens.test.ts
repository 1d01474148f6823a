import { createMemoryTokenStore } from '../../../recognition/engines/https/tokens/memory-store'
import { createTokenSource } from '../../../recognition/engines/https/tokens/source'
import { type Cloud, createCloud } from '../../../simulator/cloud'
import { APP_ID, APP_SECRET } from '../../../simulator/cloud/identity'
import { describeCause } from '../../../recognition/describe-cause'
import type { WechatFailure } from '../../../recognition/wechat/failures'
import { failure } from '../../../simulator/cloud/openapi/call'
import { fakeEngine } from '../pictures'

const MINUTE_MS = 60_000

let cloud: Cloud
let issue: jest.SpyInstance
beforeEach(async () => {
  cloud = createCloud({ engine: fakeEngine(), functionsDir: '', log: () => undefined })
  await cloud.start()
  issue = jest.spyOn(cloud.tokens, 'issue')
})
afterEach(async () => {
  jest.restoreAllMocks()
  await cloud.close()
})

const start = (store = createMemoryTokenStore()) => {
  const account = { baseUrl: cloud.origin, appid: APP_ID, secret: APP_SECRET }
  return { store, source: createTokenSource(account, store) }
}
const forced = (): boolean[] =>
  issue.mock.calls.map(([request]) => (request as { force_refresh: boolean }).force_refresh)

/** A source that holds a token for so long. */
async function holding(remainingMs: number) {
  const { store, source } = start()
  await store.write({ value: 'held', expiresAt: Date.now() + remainingMs })
  return { store, source }
}

test('a token that lasts is used, and another process’s as well', async () => {
  const { source } = await holding(60 * MINUTE_MS)
  await expect(source.get()).resolves.toBe('held')
  expect(issue).not.toHaveBeenCalled()
})

test('a token that is about to expire is not set out with', async () => {
  const { source } = await holding(10_000)
  await expect(source.get()).resolves.not.toBe('held')
  expect(forced()).toEqual([false])
})

test('a token in its last minutes is renewed while it is still used', async () => {
  const { source, store } = await holding(4 * MINUTE_MS)
  await expect(source.get()).resolves.toBe('held')
  await expect(source.get()).resolves.toBe('held')
  while ((await store.read())?.value === 'held') await new Promise((resolve) => setTimeout(resolve, 5))
  expect(forced()).toEqual([false])
  await expect(source.get()).resolves.not.toBe('held')
})

test('one refused token is replaced by force once, and only once within 30 s', async () => {
  const { source } = start()
  const first = await source.get()
  const second = await source.replace(first)
  expect(second).not.toBe(first)
  await expect(source.replace(first)).resolves.toBe(second)
  await source.replace(second)
  // Each time the present token is asked for first, and it is the refused one.
  expect(forced()).toEqual([false, false, true, false])
})

test('two services of one app id do not kick each other out', async () => {
  const [one, other] = [start().source, start().source]
  const refused = await one.get()
  expect(await other.get()).toBe(refused)
  cloud.tokens.revoke()
  const renewed = await one.replace(refused)
  expect(renewed).not.toBe(refused)
  expect(await other.replace(refused)).toBe(renewed)
  expect(forced()).toEqual([false, false, false, false])
})

test.each([45009, 45011])('%i of the token API is no quota of recognitions', async (errcode) => {
  const { source } = start()
  issue.mockReturnValue(failure(errcode, 'reach max api daily quota limit'))
  const error: unknown = await source.get().catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ error: { code: 'ENGINE_BUSY' }, consequences: { unspent: true } })
  expect(error).not.toHaveProperty('consequences.closesDay')
  expect(describeCause((error as WechatFailure).error.details.cause)).toContain(String(errcode))
})

test('by force no more than 20 times a day', async () => {
  const now = jest.spyOn(Date, 'now')
  // Noon in Shanghai, long enough before the day ends there.
  let time = Date.parse('2026-03-01T12:00:00+08:00')
  now.mockImplementation(() => time)
  const { source } = start()
  let token = await source.get()
  for (let i = 0; i < 25; i += 1) {
    time += 31_000
    token = await source.replace(token)
  }
  expect(forced().filter(Boolean)).toHaveLength(20)
})

test('where another process renews and dies, the lock is taken over', async () => {
  const { source, store } = start()
  await store.lock(100)
  await expect(source.get()).resolves.toMatch(/^\w{100,}$/)
})

test('a host that does not answer is an error that may pass, and the next one asks anew', async () => {
  const store = createMemoryTokenStore()
  const account = { baseUrl: 'http://127.0.0.1:1', appid: APP_ID, secret: APP_SECRET }
  const source = createTokenSource(account, store)
  for (let i = 0; i < 2; i += 1) {
    await expect(source.get()).rejects.toMatchObject({
      error: { code: 'ENGINE_UNAVAILABLE' },
      consequences: { treatment: 'retry', unspent: true },
    })
  }
  await expect(start(store).source.get()).resolves.toBeDefined()
})
