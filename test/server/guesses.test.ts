import { describeWithRedis, type StartedRedis, startRedis } from './redis'
import { CLIENT, type StartedServer, startServer } from './start'
import { until } from './until'

const SYSTEM_ERROR = { errcode: -1, errmsg: 'system error' }
const MINUTE_QUOTA = { errcode: 45011 }
const GIVEN = { access_token: expect.any(String) as unknown }
const request = { grant_type: 'client_credential', ...CLIENT }

const guess = async (server: StartedServer, path: string, secret: string = CLIENT.secret): Promise<unknown> => {
  const answer = await server.app.inject(
    path === '/cgi-bin/token'
      ? { method: 'GET', url: path, query: { ...request, secret } }
      : { method: 'POST', url: path, payload: { ...request, secret } },
  )
  return answer.json()
}

const login = async ({ app }: StartedServer): Promise<number> =>
  (await app.inject({ method: 'POST', url: '/login', payload: { code: 'code-somebody' } })).statusCode

test('an address has 60 guesses a minute at the secrets of clients, whichever way it asks', async () => {
  // A minute that does not end meanwhile.
  const now = Date.now()
  const server = await startServer({ now: () => now })
  try {
    for (let i = 0; i < 30; i += 1) {
      expect(await guess(server, '/cgi-bin/token', 'wrong')).toMatchObject({ errcode: 40125 })
      expect(await guess(server, '/cgi-bin/stable_token', 'wrong')).toMatchObject({ errcode: 40125 })
    }
    expect(await guess(server, '/cgi-bin/token')).toMatchObject(MINUTE_QUOTA)
    expect(await guess(server, '/cgi-bin/stable_token')).toMatchObject(MINUTE_QUOTA)
  } finally {
    await server.close()
  }
})

describeWithRedis('guesses that Redis counts', () => {
  let redis: StartedRedis
  let server: StartedServer
  beforeAll(async () => {
    redis = await startRedis()
    server = await startServer({ env: { REDIS_URL: redis.url } })
  })
  afterAll(async () => {
    await server.close()
    await redis.stop()
  })

  test.each(['/cgi-bin/token', '/cgi-bin/stable_token'])(
    '%s takes none while Redis is away, and a login all the same',
    async (path) => {
      expect(await guess(server, path)).toMatchObject(GIVEN)
      await redis.kill()
      expect(await guess(server, path)).toEqual(SYSTEM_ERROR)
      expect(await guess(server, path, 'wrong')).toEqual(SYSTEM_ERROR)
      expect(await login(server)).toBe(200)

      await redis.restart()
      await until(() => server.services.state.isReady())
      expect(await guess(server, path)).toMatchObject(GIVEN)
      // The connection tells of its end once; no request is an accident.
      expect(server.lines.join()).not.toContain('unforeseen')
    },
  )
})
