import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Cloud, createCloud } from '../../simulator/cloud'
import { APP_ID, APP_SECRET } from '../../simulator/cloud/identity'
import { fakeEngine, picture } from '../recognition/pictures'
import { call, file, formOf } from './start'

const SERVE = fileURLToPath(new URL('../../scripts/serve.ts', import.meta.url))
const SECRET = 'secret-of-the-office'
/** No file may grow: as on a disk that is full to the last byte. */
const WITHOUT_ROOM = 'ulimit -f 0; exec "$0" "$@"'

let wechat: Cloud
let stop: () => Promise<unknown>
let url: string

beforeAll(async () => {
  wechat = createCloud({ engine: fakeEngine(), functionsDir: '', log: () => undefined })
  await wechat.start()
  const child = spawn('sh', ['-c', WITHOUT_ROOM, process.execPath, '--import', 'tsx', SERVE], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      ENGINE: 'https',
      WECHAT_APPID: APP_ID,
      WECHAT_SECRET: APP_SECRET,
      WECHAT_BASE_URL: wechat.origin,
      API_CLIENTS: `office:${SECRET}`,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  stop = () => {
    child.kill('SIGKILL')
    return exited
  }
  for await (const line of createInterface({ input: child.stdout })) {
    url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0] ?? ''
    if (url !== '') break
  }
  child.stdout.resume()
})
afterAll(async () => {
  await stop()
  await wechat.close()
})

const image = async () => file(new Uint8Array(await picture('jpeg', 1600, 1200)))

test('where no file can be written, pictures are read all the same', async () => {
  const body = JSON.stringify({ code: 'code-somebody' })
  const login = await call(`${url}/login`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  const form = formOf({ type: 'photo', image: await image() })
  const headers = { authorization: `Bearer ${String(login.json.session)}` }
  const answer = await call(`${url}/vehicle-license`, { method: 'POST', body: form, headers })
  expect(answer).toMatchObject({ status: 200, json: { ok: true } })
})

test('and over WeChat’s own wire', async () => {
  const { json } = await call(`${url}/cgi-bin/token?grant_type=client_credential&appid=office&secret=${SECRET}`)
  const query = `type=scan&access_token=${String(json.access_token)}`
  const answer = await call(`${url}/cv/ocr/driving?${query}`, { method: 'POST', body: formOf({ img: await image() }) })
  expect(answer.json).toMatchObject({ errcode: 0 })
})
