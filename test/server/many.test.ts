import { startProcess, type StartedProcess } from '../../bench/backend/processes/start'
import type { RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import { type Cloud, createCloud } from '../../simulator/cloud'
import { APP_ID, APP_SECRET } from '../../simulator/cloud/identity'
import { anotherPicture } from '../back-ends/pictures'
import { fakeEngine, RECOGNITION } from '../recognition/pictures'
import { describeWithRedis, startRedis, type StartedRedis } from './redis'
import { until } from './until'

const SERVERS = 3
const QUOTA = 100

describeWithRedis('three servers on one Redis', () => {
  /** What the engine at the other end waits for. */
  let mayAnswer: Promise<unknown>
  const reader = fakeEngine(() => mayAnswer.then(() => RECOGNITION))
  let redis: StartedRedis
  let wechat: Cloud
  let servers: StartedProcess[]

  beforeAll(async () => {
    redis = await startRedis()
    wechat = createCloud({ engine: reader, functionsDir: '', log: () => undefined })
    await wechat.start()
    const env = {
      PORT: '0',
      ENGINE: 'https',
      WECHAT_APPID: APP_ID,
      WECHAT_SECRET: APP_SECRET,
      WECHAT_BASE_URL: wechat.origin,
      REDIS_URL: redis.url,
      SESSION_SECRET: 'a secret for tests of at least 32 characters',
      DAILY_LIMIT: String(QUOTA),
      PERSON_DAILY_LIMIT: '1000',
      PERSON_MINUTE_LIMIT: '1000',
      REQUEST_BUDGET_MS: '4000',
    }
    servers = await Promise.all(Array.from({ length: SERVERS }, () => startProcess('scripts/serve.ts', env)))
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()))
    await wechat.close()
    await redis.stop()
  })
  beforeEach(() => {
    mayAnswer = Promise.resolve()
    reader.calls.length = 0
  })

  const urlOf = (i: number): string => servers[i % SERVERS]?.url ?? ''

  async function login(): Promise<string> {
    const response = await fetch(`${urlOf(0)}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: 'code-somebody' }),
    })
    return ((await response.json()) as { session: string }).session
  }

  async function recognize(i: number, session: string, bytes?: Buffer): Promise<RecognizeReply> {
    const form = new FormData()
    form.append('type', 'photo')
    form.append('image', new Blob([new Uint8Array(bytes ?? (await anotherPicture()))]), 'a.jpg')
    const headers = { authorization: `Bearer ${session}` }
    const response = await fetch(`${urlOf(i)}/vehicle-license`, { method: 'POST', headers, body: form })
    return (await response.json()) as RecognizeReply
  }

  test('a session of one is taken by all, and the same picture is read once', async () => {
    const session = await login()
    const bytes = await anotherPicture()
    const replies = await Promise.all([0, 1, 2, 0, 1, 2].map((i) => recognize(i, session, bytes)))
    expect(replies[0]).toMatchObject({ ok: true })
    for (const reply of replies) expect(reply).toEqual(replies[0])
    expect(reader.calls).toHaveLength(1)
  })

  test('one token serves all, and one that another service has renewed is asked for once, without force', async () => {
    const session = await login()
    const issue = jest.spyOn(wechat.tokens, 'issue')
    wechat.tokens.revoke()
    const replies = await Promise.all([0, 1, 2, 3, 4, 5].map((i) => recognize(i, session)))
    expect(replies.map(({ ok }) => ok)).toEqual(Array(6).fill(true))
    expect(issue.mock.calls).toEqual([[expect.objectContaining({ force_refresh: false })]])
    issue.mockRestore()
  })

  test('with Redis down every request is answered, nothing is sent to WeChat, and it works again with Redis back', async () => {
    const session = await login()
    await redis.kill()
    const replies = await Promise.all([0, 1, 2, 3, 4, 5].map((i) => recognize(i, session)))
    for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { retryable: true } })
    expect(reader.calls).toHaveLength(0)
    expect((await fetch(`${urlOf(0)}/readyz`)).status).toBe(503)
    expect((await fetch(`${urlOf(0)}/healthz`)).status).toBe(200)

    await redis.restart()
    for (let i = 0; i < SERVERS; i += 1) await until(async () => (await fetch(`${urlOf(i)}/readyz`)).status === 200)
    await expect(recognize(0, session)).resolves.toMatchObject({ ok: true })
  })

  test('when Redis goes away during a recognition, the person has it all the same', async () => {
    const session = await login()
    let answer = (): void => undefined
    mayAnswer = new Promise<void>((resolve) => (answer = resolve))
    const reply = recognize(0, session)
    await until(() => reader.calls.length === 1)
    await redis.kill()
    answer()
    await expect(reply).resolves.toMatchObject({ ok: true })
    await redis.restart()
  })

  test('200 at once on a quota of 100 make exactly 100 calls', async () => {
    for (let i = 0; i < SERVERS; i += 1) await until(async () => (await fetch(`${urlOf(i)}/readyz`)).status === 200)
    const session = await login()
    // Redis was emptied when it was killed: the day begins anew.
    reader.calls.length = 0
    const replies = await Promise.all(Array.from({ length: 200 }, (_, i) => recognize(i, session)))
    expect(reader.calls).toHaveLength(QUOTA)
    expect(replies.filter(({ ok }) => ok)).toHaveLength(QUOTA)
    const refused = replies.filter((reply) => !reply.ok && reply.error.code === 'QUOTA_EXHAUSTED')
    expect(refused).toHaveLength(200 - QUOTA)
  })
})
