import { picture } from '../recognition/pictures'
import { createClient } from './batches/client'
import { pictures, startWorld, type World } from './batches/world'
import { describeWithRedis } from './redis'
import { CLIENT, file, formOf, type StartedServer, startServer } from './start'

const NO_STORE = 'no-store'
const cacheControl = ({ headers }: { readonly headers: Headers }): string | null => headers.get('cache-control')

describe('what may be kept of replies', () => {
  let server: StartedServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.close())

  const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(server.url + path, init)
  const post = (path: string, body: RequestInit['body'], headers: Record<string, string> = {}): Promise<Response> =>
    ask(path, { method: 'POST', body: body ?? null, headers })
  const image = async (): Promise<Blob> => file((await picture('jpeg')) as Buffer<ArrayBuffer>)
  const credentials = { grant_type: 'client_credential', ...CLIENT }
  const json = { 'content-type': 'application/json' }

  test.each<[string, number, () => Promise<Response>]>([
    ['a session', 200, () => post('/login', JSON.stringify({ code: 'code-somebody' }), json)],
    ['a login refused', 401, () => post('/login', JSON.stringify({ code: 'forged' }), json)],
    ['a token', 200, () => ask(`/cgi-bin/token?${new URLSearchParams(credentials).toString()}`)],
    ['a stable token', 200, () => post('/cgi-bin/stable_token', JSON.stringify(credentials))],
    [
      'a recognition',
      200,
      async () => {
        const headers = { authorization: `Bearer ${await server.login()}` }
        return post('/vehicle-license', formOf({ type: 'photo', image: await image() }), headers)
      },
    ],
    ['a recognition refused', 401, async () => post('/vehicle-license', formOf({ image: await image() }))],
    [
      'a recognition over WeChat’s wire',
      200,
      async () => {
        const query = `type=photo&access_token=${server.app.accessTokens.issue(CLIENT.appid)}`
        return post(`/cv/ocr/driving?${query}`, formOf({ img: await image() }))
      },
    ],
    ['what is not there', 404, () => ask('/nothing')],
    ['readiness', 200, () => ask('/readyz')],
    ['figures', 200, () => ask('/metrics')],
  ])('nothing of %s', async (_, status, answer) => {
    const response = await answer()
    expect({ status: response.status, kept: cacheControl(response) }).toEqual({ status, kept: NO_STORE })
  })

  test('the files of the API page', async () => {
    const response = await ask('/docs/static/swagger-ui.css')
    expect(response.status).toBe(200)
    expect(cacheControl(response)).not.toContain(NO_STORE)
    expect(cacheControl(response)).toContain('public')
  })
})

describeWithRedis('what may be kept of batches', () => {
  let world: World
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.close())

  test('nothing: of their ids, their results and their events', async () => {
    const client = await createClient(await world.serve())
    await world.work()
    const { status, headers, json } = await client.request('/batches', {
      method: 'POST',
      body: formOf({ type: 'photo', image: new Blob([new Uint8Array((await pictures(1))[0] ?? [])]) }),
    })
    expect({ status, kept: cacheControl({ headers }) }).toEqual({ status: 202, kept: NO_STORE })
    const id = String(json.id)
    await client.finish(id)
    expect(cacheControl(await client.request(`/batches/${id}`))).toBe(NO_STORE)
    const events = await client.follow(id)
    expect(cacheControl(events)).toBe(NO_STORE)
    await events.text()
  })
})
