import { picture } from '../recognition/pictures'
import { describeWithRedis, startRedis, type StartedRedis } from './redis'
import { CLIENT, type StartedServer, startServer } from './start'

const BOUNDARY = 'b'

/** A form whose picture has no file name. */
function formWith(name: string, bytes: Buffer, contentType: string): Buffer {
  const head = (field: string, more = ''): string =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"\r\n${more}\r\n`
  return Buffer.concat([
    Buffer.from(`${head('type')}photo\r\n${head(name, contentType === '' ? '' : `Content-Type: ${contentType}\r\n`)}`),
    bytes,
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ])
}

const KINDS = ['image/jpeg', 'application/octet-stream', '']

async function post(server: StartedServer, path: string, name: string, contentType: string) {
  const token = server.app.accessTokens.issue(CLIENT.appid)
  const { statusCode, body } = await server.app.inject({
    method: 'POST',
    url: `${path}?access_token=${token}`,
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, authorization: `Bearer ${token}` },
    payload: formWith(name, await picture('jpeg'), contentType),
  })
  return { status: statusCode, json: JSON.parse(body) as unknown }
}

describe('a picture without a file name', () => {
  let server: StartedServer
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.close())

  test.each(KINDS)('of the type "%s" is read at /vehicle-license', async (contentType) => {
    const answer = await post(server, '/vehicle-license', 'image', contentType)
    expect(answer).toMatchObject({ status: 200, json: { ok: true } })
  })

  test.each(KINDS)('of the type "%s" is read at /cv/ocr/driving', async (contentType) => {
    const answer = await post(server, '/cv/ocr/driving', 'img', contentType)
    expect(answer).toMatchObject({ status: 200, json: { errcode: 0 } })
  })
})

describeWithRedis('a picture without a file name in a batch', () => {
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

  test.each(KINDS)('of the type "%s" is taken in', async (contentType) => {
    const answer = await post(server, '/batches', 'image', contentType)
    expect(answer).toMatchObject({ status: 202, json: { total: 1 } })
  })
})
