import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import WechatApi from 'co-wechat-api'
import formstream from 'formstream'
// Not the package's index: with node-socialite 1.5 that one, which also loads the logins of websites, fails to load.
import MiniApp from 'node-easywechat/dist/MiniApp/Application'
import { picture, RECOGNITION } from '../recognition/pictures'
import { CLIENT, type StartedServer, startServer } from './start'

const expected = { errcode: 0, plate_num: RECOGNITION.license.plateNum, vin: RECOGNITION.license.vin }

let folder: string
let server: StartedServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wechat-clients-'))
  server = await startServer()
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  server.reader.calls.length = 0
})

let pictures = 0
async function save(format: 'jpeg' | 'png'): Promise<{ path: string; bytes: number }> {
  const bytes = await picture(format, 400 + (pictures += 1))
  const path = join(folder, `license-${pictures}.${format}`)
  await writeFile(path, bytes)
  return { path, bytes: bytes.length }
}

/** node-easywechat, with nothing set but who it is, where WeChat is, and where it keeps its token. */
const easyWechat = (stable: boolean, secret = CLIENT.secret) =>
  new MiniApp({
    app_id: CLIENT.appid,
    secret,
    use_stable_access_token: stable,
    http: { baseURL: `${server.url}/` },
    file_cache: { path: folder, dirMode: 0o700, fileMode: 0o600, ext: '.cache' },
  })

test.each([false, true])('node-easywechat gets its token (stable: %s) and its recognition', async (stable) => {
  const client = easyWechat(stable).getClient()
  const { path } = await save('jpeg')
  const response = await client.withFile(path, 'img').request('POST', 'cv/ocr/driving', { params: { type: 'photo' } })
  expect(response.toObject()).toMatchObject(expected)
  expect(server.reader.calls).toMatchObject([{ type: 'photo', image: { contentType: 'image/jpeg' } }])
})

test('node-easywechat is told as by WeChat what is wrong', async () => {
  await expect(easyWechat(false, 'wrong').getAccessToken().getToken()).rejects.toThrow('40125')
  const client = easyWechat(false).getClient()
  const response = await client.request('POST', 'cv/ocr/driving', { params: { type: 'photo' } })
  expect(response.toObject()).toMatchObject({ errcode: 41005 })
})

test('co-wechat-api gets its recognition, and another token where the one it has is refused', async () => {
  const api = new WechatApi(CLIENT.appid, CLIENT.secret)
  api.prefix = `${server.url}/cgi-bin/`
  await api.saveToken({ accessToken: 'of-another-server', expireTime: Date.now() + 60_000 })

  const { accessToken } = await api.ensureAccessToken()
  const query = await api
    .request(`${server.url}/cv/ocr/driving?type=scan&img_url=x&access_token=${accessToken}`, {
      method: 'POST',
    })
    .catch((error: unknown) => error)
  expect(query).toMatchObject({ code: 101000 })

  const renewed = await api.ensureAccessToken()
  expect(renewed.accessToken).not.toBe(accessToken)
  const { path, bytes } = await save('png')
  const form = formstream().file('img', path, basename(path), bytes)
  const url = `${server.url}/cv/ocr/driving?type=scan&access_token=${renewed.accessToken}`
  await expect(api.request(url, { method: 'POST', headers: form.headers(), data: form })).resolves.toMatchObject(
    expected,
  )
  expect(server.reader.calls).toMatchObject([{ type: 'scan', image: { contentType: 'image/png' } }])
})
