import Fastify, { type FastifyInstance } from 'fastify'
import { type Cloud, createCloud } from '../../../simulator/cloud'
import { fakeEngine, picture } from '../../recognition/pictures'

let cloud: Cloud
let app: FastifyInstance

beforeAll(async () => {
  cloud = createCloud({ engine: fakeEngine(), functionsDir: __dirname, log: () => undefined })
  app = Fastify()
  await app.register(cloud.plugin, { prefix: '/cloud' })
  await cloud.start()
})
afterAll(async () => {
  await app.close()
  await cloud.close()
})
beforeEach(() => {
  cloud.files.clear()
})

const put = (path: string, payload: Buffer, headers: Record<string, string> = {}) =>
  app.inject({ method: 'PUT', url: `/cloud/files/${path}`, payload, headers })
const post = async (path: string, payload: object) => {
  const response = await app.inject({ method: 'POST', url: `/cloud/${path}`, payload })
  return { status: response.statusCode, json: response.json<unknown>() }
}

test.each(['image/jpeg', 'application/json', 'text/plain', 'multipart/form-data; boundary=x', 'image/x-unheard-of'])(
  'keeps an upload of %s as it came',
  async (contentType) => {
    const bytes = Buffer.from('{"not": "parsed"')
    const response = await put('a/b.bin', bytes, { 'content-type': contentType })
    expect(response.json()).toEqual({ fileID: expect.stringMatching(/^cloud:\/\/[^/]+\.[^/]+\/a\/b\.bin$/) as string })
    const { fileID } = response.json<{ fileID: string }>()
    expect(cloud.files.get(fileID)).toEqual({ bytes, contentType })
  },
)

test('accepts an upload without a type, and an empty one', async () => {
  expect((await put('a', Buffer.from('x'))).statusCode).toBe(200)
  expect((await put('b', Buffer.alloc(0))).statusCode).toBe(200)
  expect([...cloud.files.values()].map(({ bytes }) => bytes.length)).toEqual([1, 0])
})

test('accepts 50 MB and no more', async () => {
  const most = 50 * 1024 * 1024
  expect((await put('large', Buffer.alloc(most))).statusCode).toBe(200)
  const refused = await put('larger', Buffer.alloc(most + 1))
  expect(refused.statusCode).toBe(413)
  expect(refused.json()).toEqual({ errCode: expect.any(Number) as number, errMsg: expect.any(String) as string })
})

test.each(['', '/a', 'a//b', 'a%3Fb', 'a%25b', 'a%5Cb'])('refuses the path "%s"', async (path) => {
  const response = await put(path, Buffer.from('x'))
  expect(response.statusCode).toBe(400)
  expect(response.json()).toMatchObject({ errCode: -501007 })
})

test('returns download URLs, for any file name', async () => {
  const bytes = await picture('jpeg')
  const upload = await put(encodeURI('照片/行驶证 1.jpg'), bytes, { 'content-type': 'image/jpeg' })
  const { fileID } = upload.json<{ fileID: string }>()
  const { json } = await post('files/urls', { fileList: [fileID, 'cloud://no/such'] })
  const [found, missing] = (json as { fileList: Record<string, unknown>[] }).fileList
  expect(missing).toMatchObject({ fileID: 'cloud://no/such', status: -503003, tempFileURL: '' })
  expect(found).toMatchObject({ fileID, status: 0, errMsg: 'ok' })

  const response = await fetch(String(found?.tempFileURL))
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
})

test('deletes files, and reports for each whether it existed', async () => {
  const { fileID } = (await put('a.jpg', Buffer.from('x'))).json<{ fileID: string }>()
  const { json } = await post('files/delete', { fileList: [fileID, 'cloud://no/such'] })
  expect(json).toEqual({
    fileList: [
      { fileID, status: 0, errMsg: 'ok' },
      { fileID: 'cloud://no/such', status: -503003, errMsg: 'STORAGE_FILE_NONEXIST' },
    ],
  })
  expect(cloud.files.size).toBe(0)
})

test.each(['files/delete', 'files/urls'])('%s refuses a request without a list', async (path) => {
  await expect(post(path, { files: ['cloud://a/b'] })).resolves.toMatchObject({
    status: 400,
    json: { errCode: -501007 },
  })
})

test('listens on loopback only', () => {
  expect(cloud.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})
