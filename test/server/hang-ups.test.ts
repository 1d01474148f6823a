import { once } from 'node:events'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { picture } from '../recognition/pictures'
import { describeWithRedis, type StartedRedis, startRedis } from './redis'
import { call, CLIENT, file, formOf, type StartedServer, startServer } from './start'
import { until } from './until'

/** Where Fastify tells what a handler threw: nobody reads the reply. */
const THROWN = 'tracing:fastify.request.handler:error'
const BOUNDARY = 'b'
/** ms after which there is another event, whatever happens */
const PROGRESS_MS = 5_500

/** Lines of the log at the levels `warn` and above. */
const troubles = (lines: readonly string[]): string[] => lines.filter((line) => /"level":[456]0/.test(line))

const part = (head: string, content: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`), Buffer.from(content)])

describeWithRedis('a client that hangs up is no trouble of the server’s', () => {
  let redis: StartedRedis
  let server: StartedServer
  let image: Buffer
  const thrown: unknown[] = []
  const note = (message: unknown): void => void thrown.push((message as { error: unknown }).error)

  beforeAll(async () => {
    redis = await startRedis()
    image = await picture('jpeg')
    server = await startServer({ env: { REDIS_URL: redis.url } })
    subscribe(THROWN, note)
  })
  beforeEach(() => (thrown.length = 0))
  afterAll(async () => {
    unsubscribe(THROWN, note)
    await server.close()
    await redis.stop()
  })

  /** Sends the head of a request, and what there is of its body. */
  async function send(line: string, headers: readonly string[] = [], body: string | Buffer = ''): Promise<Socket> {
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    const authorization = `Authorization: Bearer ${server.app.accessTokens.issue(CLIENT.appid)}`
    socket.write([`${line} HTTP/1.1`, 'Host: x', authorization, ...headers, '', ''].join('\r\n'))
    socket.write(body)
    return socket
  }

  describe.each(['/vehicle-license', '/batches'])('in the middle of a form for %s', (path) => {
    const type = part('name="type"', 'photo\r\n')
    const head = 'name="image"; filename="a"'
    const ends: [string, () => Buffer][] = [
      ['before its first byte', () => Buffer.alloc(0)],
      ['in its first boundary', () => Buffer.from('--')],
      ['between two parts', () => Buffer.concat([type, Buffer.from(`--${BOUNDARY}`)])],
      ['in a picture', () => Buffer.concat([type, part(head, image.subarray(0, 300))])],
      ['after a picture', () => Buffer.concat([type, part(head, image), Buffer.from(`\r\n--${BOUNDARY}\r\n`)])],
    ]
    const ways: [string, (socket: Socket) => unknown][] = [
      ['by closing', (socket) => socket.end()],
      ['by a reset', (socket) => socket.resetAndDestroy()],
    ]
    const cases = ends.flatMap(([where, body]) => ways.map(([way, hangUp]) => [where, way, body, hangUp] as const))

    test.each(cases)('%s, %s', async (_where, _way, body, hangUp) => {
      const received = once(server.app.server, 'request')
      const headers = [`Content-Type: multipart/form-data; boundary=${BOUNDARY}`, 'Content-Length: 100000']
      const socket = await send(`POST ${path}`, headers, body())
      await received
      hangUp(socket)
      await until(() => thrown.length > 0)
      expect(thrown).toMatchObject([{ code: 'CANCELLED' }])
      expect(troubles(server.lines)).toEqual([])
    })
  })

  test('while events are sent to it', async () => {
    const { json } = await call(`${server.url}/batches`, {
      method: 'POST',
      body: formOf({ type: 'photo', image: file(image as Buffer<ArrayBuffer>) }),
      headers: { authorization: `Bearer ${server.app.accessTokens.issue(CLIENT.appid)}` },
    })
    const received = once(server.app.server, 'request') as Promise<[unknown, ServerResponse]>
    const socket = await send(`GET /batches/${String(json.id)}/events`)
    const [, response] = await received
    await once(socket, 'data')
    socket.resetAndDestroy()
    await once(response, 'close')
    // A word that comes now has nowhere to go.
    await sleep(PROGRESS_MS)
    expect(thrown).toEqual([])
    expect(troubles(server.lines)).toEqual([])
  })
})
