import { once } from 'node:events'
import { connect } from 'node:net'
import { fakeEngine, picture, RECOGNITION } from '../recognition/pictures'
import { call, file, startServer } from './start'
import { until } from './until'

const image = async (): Promise<Blob> => file((await picture('jpeg')) as Buffer<ArrayBuffer>)

// Within less than what an idle connection is kept for (72 s).
test('finishes what runs before it ends, and takes nothing new', async () => {
  let finish = (): void => undefined
  const reading = new Promise<void>((resolve) => (finish = resolve))
  let begin = (): void => undefined
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const embedded = fakeEngine(async () => {
    begin()
    await reading
    return RECOGNITION
  })
  const server = await startServer({ env: { ENGINE: 'embedded' }, overrides: { engines: { embedded } } })
  const token = server.app.accessTokens.issue('wx-client')
  const pending = server.recognize(token, { type: 'photo', image: await image() })
  await begun
  const closed = server.close()
  await expect(call(`${server.url}/healthz`)).rejects.toThrow()
  finish()
  await expect(pending).resolves.toMatchObject({ status: 200, json: { ok: true } })
  await closed
}, 30_000)

describe('a client that is slow', () => {
  const timeouts = { headersMs: 200, requestMs: 400, checkMs: 50 }

  /** Sends the text and no more; gives all that comes back until the server hangs up. */
  async function dawdle(url: string, text: string): Promise<string> {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname)
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.write(text)
    await once(socket, 'close')
    return Buffer.concat(chunks).toString()
  }

  test.each([
    ['with its headers', () => 'POST /vehicle-license HTTP/1.1\r\nHost: x\r\nX-More: '],
    [
      'with its picture',
      (token: string) =>
        [
          'POST /vehicle-license HTTP/1.1',
          'Host: x',
          `Authorization: Bearer ${token}`,
          'Content-Type: multipart/form-data; boundary=b',
          'Content-Length: 1000000',
          '',
          '--b\r\nContent-Disposition: form-data; name="image"; filename="a.jpg"\r\n\r\nslow',
        ].join('\r\n'),
    ],
  ])('%s is cut off with the contract’s reply', async (_, textOf) => {
    const server = await startServer({ timeouts })
    try {
      const answer = await dawdle(server.url, textOf(server.app.accessTokens.issue('wx-client')))
      expect(answer).toMatch(/^HTTP\/1\.1 408 /)
      expect(answer).toContain('"code":"TIMEOUT"')
      expect(await call(`${server.url}/healthz`)).toMatchObject({ status: 200 })
    } finally {
      await server.close()
    }
  })

  test.each([
    ['says nothing', ''],
    ['says what is no HTTP', 'hello\r\n\r\n'],
    ['says half of its headers', 'POST /vehicle-license HTTP/1.1\r\nHost: x\r\nX-More: '],
  ])('that %s and never closes is let go', async (_, text) => {
    const server = await startServer({ timeouts })
    const connections = (): Promise<number> =>
      new Promise((resolve) => server.app.server.getConnections((_error, count) => resolve(count)))
    let opened = 0
    server.app.server.on('connection', () => (opened += 1))
    const { hostname, port } = new URL(server.url)
    const sockets = Array.from({ length: 50 }, () =>
      connect({ host: hostname, port: Number(port), allowHalfOpen: true }).on('error', () => undefined),
    )
    try {
      for (const socket of sockets) {
        socket.on('data', () => undefined)
        socket.write(text)
      }
      await until(() => opened === 50)
      await until(async () => (await connections()) === 0)
    } finally {
      for (const socket of sockets) socket.destroy()
      await server.close()
    }
  })

  test.each([
    ['without a Host', '', 'HTTP/1.1 401 '],
    ['that expects what nobody knows', 'Host: x\r\nExpect: the-unexpected\r\n', 'HTTP/1.1 401 '],
  ])('%s has an answer of the contract', async (_, headers, status) => {
    const server = await startServer({ timeouts })
    try {
      const answer = await dawdle(server.url, `GET /batches/x HTTP/1.1\r\nConnection: close\r\n${headers}\r\n`)
      expect(answer.slice(0, status.length)).toBe(status)
      expect(answer).toContain('"code":"SESSION_EXPIRED"')
    } finally {
      await server.close()
    }
  })

  test('that does not speak HTTP is told so', async () => {
    const server = await startServer({ timeouts })
    try {
      const answer = await dawdle(server.url, 'hello\r\n\r\n')
      expect(answer).toMatch(/^HTTP\/1\.1 400 /)
      expect(answer).toContain('"code":"INVALID_REQUEST"')
    } finally {
      await server.close()
    }
  })
})
