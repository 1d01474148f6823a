import Fastify from 'fastify'
import { useFixture } from './fixture'

interface Received {
  readonly method: string
  readonly headers: Record<string, unknown>
  readonly query: unknown
  readonly body: string
}

/** A server that echoes what it received. */
const server = Fastify({ forceCloseConnections: true, bodyLimit: 10_000_000 })
server.addContentTypeParser(['*', 'application/json'], { parseAs: 'string' }, (_, body, done) => {
  done(null, body)
})
server.all('/echo', ({ method, headers, query, body }, reply) =>
  reply
    .code(418)
    .header('x-own', 'yes')
    .send({ method, headers, query, body: body ?? '' }),
)
server.all('/text', (_, reply) => reply.type('text/html').send('<p>'))
/** Reads the body and never responds. */
let onAsked: () => void = () => undefined
let onHungUp: () => void = () => undefined
const asked = () => new Promise<void>((resolve) => (onAsked = resolve))
const hungUp = () => new Promise<void>((resolve) => (onHungUp = resolve))
server.register((app, _, registered) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => {
    done(null)
  })
  app.post('/silent', ({ raw }, reply) => {
    reply.hijack()
    onAsked()
    raw.resume().on('close', () => {
      onHungUp()
    })
  })
  app.post('/early', (_, reply) => reply.code(401).send('no'))
  registered()
})

let origin = ''
beforeAll(async () => {
  origin = await server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => server.close())

const fixture = useFixture(() => [origin])
beforeEach(async () => {
  await fixture.open()
  await fixture.expectText('.count', '2')
})

interface Answer {
  readonly data: unknown
  readonly statusCode: number
  readonly header: Record<string, string>
  readonly errMsg: string
}

const run = <T>(script: string): Promise<T> => fixture.page.evaluate<T>(script)
const promised = (call: string, options: object): string =>
  `new Promise((resolve) => ${call}({ ...${JSON.stringify(options)}, complete: resolve }))`

const request = (path: string, options: object = {}): Promise<Answer> =>
  run(promised('wx.request', { url: path.startsWith('http') ? path : origin + path, ...options }))
const received = ({ data }: Answer): Received => data as Received

describe('login', () => {
  test('gives each person their own code, the same every time', async () => {
    const code = () => run<string>('wx.login().then(({ code }) => code)')
    const mine = await code()
    expect(mine).toMatch(/^code-.{16}/)
    await run('wx.clearStorage()')
    await fixture.page.reload()
    expect(await code()).toBe(mine)
    const other = await fixture.browser.newContext()
    try {
      const page = await other.newPage()
      await page.goto(`${fixture.simulator.url}/app/`)
      expect(await page.evaluate('wx.login().then(({ code }) => code)')).not.toBe(mine)
    } finally {
      await other.close()
    }
  })
})

describe('request', () => {
  test('succeeds with any response, its status and headers', async () => {
    const answer = await request('/echo?a=1', { data: { b: '二' }, header: { 'X-Mine': 'so' } })
    expect(answer).toMatchObject({ errMsg: 'request:ok', statusCode: 418, header: { 'x-own': 'yes' } })
    expect(received(answer)).toMatchObject({ method: 'GET', query: { a: '1', b: '二' }, headers: { 'x-mine': 'so' } })
  })

  test('sends objects as JSON, or as a form if the header says so', async () => {
    const json = received(await request('/echo', { method: 'POST', data: { a: 1 } }))
    expect(json).toMatchObject({ body: '{"a":1}', headers: { 'content-type': 'application/json' } })
    const header = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(received(await request('/echo', { method: 'POST', data: { a: 1 }, header })).body).toBe('a=1')
  })

  test('sends no headers about the browser’s page', async () => {
    const { headers } = received(await request('/echo', { method: 'POST', data: {} }))
    expect(Object.keys(headers).filter((name) => /^(origin|referer|cookie)$/.test(name))).toEqual([])
  })

  test('returns text if the body is not JSON', async () => {
    expect((await request('/text')).data).toBe('<p>')
  })

  test('rejects an undeclared domain', async () => {
    const answer = await request('http://127.0.0.1:9/', {})
    expect(answer).toMatchObject({
      errno: 600002,
      errMsg: expect.stringContaining('request:fail url not in domain list') as string,
    })
    expect((await request('no address')).errMsg).toContain('url not in domain list')
  })

  test('fails on timeout', async () => {
    expect((await request('/silent', { method: 'POST', timeout: 50 })).errMsg).toBe('request:fail timeout')
  })
})

describe('uploadFile', () => {
  beforeEach(async () => {
    await run(
      'wx.getFileSystemManager().writeFile({ filePath: `${wx.env.USER_DATA_PATH}/a.jpg`, data: "ÿØÿ".repeat(700000), encoding: "latin1" })',
    )
  })
  const upload = (path: string): Promise<Answer & { seen: number[] }> =>
    run(`new Promise((resolve) => {
      const seen = []
      globalThis.task = wx.uploadFile({
        url: ${JSON.stringify(origin + path)},
        filePath: wx.env.USER_DATA_PATH + '/a.jpg',
        name: 'image',
        timeout: 20_000,
        formData: { type: 'photo' },
        header: { Authorization: 'Bearer abc' },
        complete: (result) => resolve({ ...result, seen }),
      })
      task.onProgressUpdate(({ progress }) => seen.push(progress))
    })`)

  test('sends the file and the form, and reports progress', async () => {
    const answer = await upload('/echo')
    expect(answer).toMatchObject({ errMsg: 'uploadFile:ok', statusCode: 418 })
    const { headers, body } = JSON.parse(String(answer.data)) as Received
    expect(headers).toMatchObject({ authorization: 'Bearer abc' })
    expect(body).toContain('name="image"; filename="a.jpg"')
    expect(body).toContain('Content-Type: image/jpeg')
    expect(body).toContain('name="type"\r\n\r\nphoto')
    expect(body.length).toBeGreaterThan(700_000)
    expect(answer.seen.at(-1)).toBe(100)
  })

  test('gets a response sent before the whole body was read', async () => {
    for (let i = 0; i < 5; i += 1) {
      expect(await upload('/early')).toMatchObject({ errMsg: 'uploadFile:ok', statusCode: 401, data: 'no' })
    }
  })

  test('aborts, on the server too', async () => {
    const isAsked = asked()
    const isHungUp = hungUp()
    const uploading = upload('/silent')
    await isAsked
    await run('task.abort()')
    expect((await uploading).errMsg).toBe('uploadFile:fail abort')
    await isHungUp
  })

  test('fails if the server is down', async () => {
    await server.close()
    expect((await upload('/echo')).errMsg).toContain('uploadFile:fail errcode:-102')
  })
})
