import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fakeEngine } from '../../recognition/pictures'
import { type StartedCloud, startCloud } from './start'

const FUNCTIONS: Readonly<Record<string, string>> = {
  echo: 'exports.main = async (event, context) => ({ event, limit: context.time_limit_in_ms, id: context.request_id })',
  count: 'let calls = 0; exports.main = () => ({ calls: ++calls, pid: process.pid })',
  silent: 'exports.main = () => undefined',
  throws: 'exports.main = async () => { throw new TypeError("broken inside") }',
  exits: 'exports.main = () => process.exit(3)',
  unloadable: 'require("no-such-package")',
  hangs: 'exports.main = () => new Promise(() => setInterval(() => {}, 1000))',
  sleeps: 'exports.main = ({ ms }) => new Promise((done) => setTimeout(done, ms, process.pid))',
  prints: 'exports.main = () => { console.log("one"); console.error("two") }',
  who: 'exports.main = ({ userInfo }) => ({ userInfo, openid: process.env.WX_OPENID, token: process.env.WX_API_TOKEN, node: process.env.NODE_OPTIONS })',
  setting: 'exports.main = () => process.env.SETTING',
}

let folder: string
let started: StartedCloud

async function write(name: string, code: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'index.js'), code)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'functions-'))
  for (const [name, code] of Object.entries(FUNCTIONS)) await write(name, code)
  started = await startCloud({
    engine: fakeEngine(),
    functionsDir: folder,
    functionTimeoutMs: 1500,
    functionEnvironment: { SETTING: 'from the console' },
  })
})
afterAll(async () => {
  await started.close()
  await rm(folder, { recursive: true })
})

test('passes event and context, and wraps the result', async () => {
  const { status, json } = await started.post('functions/echo', { type: 'photo' })
  expect(status).toBe(200)
  expect(json).toEqual({
    requestID: expect.any(String) as string,
    result: { event: { type: 'photo', userInfo: expect.anything() as object }, limit: 1500, id: json.requestID },
  })
})

test('a function that returns nothing results in null', async () => {
  await expect(started.callFunction({}, 'silent')).resolves.toBeNull()
})

test('reuses the process until there is a new build', async () => {
  const first = (await started.callFunction({}, 'count')) as { calls: number; pid: number }
  await expect(started.callFunction({}, 'count')).resolves.toEqual({ calls: 2, pid: first.pid })
  await write('count', `${FUNCTIONS.count ?? ''} // built anew`)
  await utimes(join(folder, 'count', 'index.js'), 1, 1)
  await expect(started.callFunction({}, 'count')).resolves.toMatchObject({ calls: 1 })
})

test('concurrent calls have a process each, up to four', async () => {
  const pids = await Promise.all(Array.from({ length: 6 }, () => started.callFunction({ ms: 200 }, 'sleeps')))
  expect(new Set(pids).size).toBe(4)
})

test.each([
  ['throws', -504002, 'broken inside'],
  ['exits', -504002, 'ended'],
  ['unloadable', -504002, 'ended'],
  ['hangs', -504003, 'timed out after 1.5 seconds'],
  ['absent', -501000, 'absent'],
  ['..%2Fecho', -501000, ''],
])('%s fails with %i', async (name, errCode, text) => {
  const { status, json } = await started.post(`functions/${name}`, {})
  expect(status).toBeGreaterThanOrEqual(400)
  expect(json).toEqual({ errCode, errMsg: expect.stringContaining(text) as string })
})

test('a process that exited is replaced', async () => {
  for (let i = 0; i < 2; i += 1) {
    await expect(started.post('functions/exits', {})).resolves.toMatchObject({ json: { errCode: -504002 } })
  }
})

test('sets the caller and a new token for each call, whatever the caller sends', async () => {
  const forged = { userInfo: { openId: 'somebody else' } }
  const one = (await started.callFunction(forged, 'who')) as Record<string, unknown>
  const two = (await started.callFunction({}, 'who')) as Record<string, unknown>
  expect(one.openid).toMatch(/^o[\w-]{27}$/)
  expect(one.userInfo).toMatchObject({ openId: one.openid })
  expect(two.openid).toBe(one.openid)
  expect(two.token).not.toBe(one.token)
  expect(one.node).toBeUndefined()
})

test('sets the variables of the console', async () => {
  await expect(started.callFunction({}, 'setting')).resolves.toBe('from the console')
})

test("forwards a function's output", async () => {
  await started.callFunction({}, 'prints')
  await started.callFunction({}, 'prints')
  expect(started.lines).toEqual(expect.arrayContaining(['one', 'two']))
})
