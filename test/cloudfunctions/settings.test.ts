import { readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { CLOUD_CALL } from '../../recognition/wechat/api'
import { buildFunctions } from '../../scripts/build/functions'
import type { CloudOptions } from '../../simulator/cloud'
import { failure, type Fault } from '../../simulator/cloud/openapi/call'
import { errorReply } from '../recognition/error-reply'
import { reading, type StartedFunction, startFunction } from './start'

const FOLDER = new URL('../../cloudfunctions/', import.meta.url)
const MAX_BUNDLE_BYTES = 1_000_000

let started: StartedFunction | undefined
afterEach(async () => {
  const left = [...(started?.cloud.files.keys() ?? [])]
  await started?.close()
  started = undefined
  expect(left).toEqual([])
})

async function start(options: Partial<CloudOptions>, fault: Fault = () => undefined): Promise<StartedFunction> {
  started = await startFunction(options)
  started.fault = fault
  return started
}

test('set to URLs, it sends the picture’s address', async () => {
  const { recognize, calls } = await start({ functionEnvironment: { IMAGE_WAY: 'url' } })
  await expect(recognize()).resolves.toEqual(reading())
  expect(calls).toMatchObject([{ type: 'photo', imgUrl: expect.stringContaining('http://127.0.0.1:') as string }])
})

test('set to URLs, it sends bytes where the address cannot be fetched', async () => {
  const { recognize, calls } = await start({ functionEnvironment: { IMAGE_WAY: 'url' } }, ({ imgUrl }) =>
    imgUrl ? failure(101000, 'invalid image url') : undefined,
  )
  await expect(recognize()).resolves.toEqual(reading(2))
  expect(calls.map(({ img }) => Boolean(img))).toEqual([false, true])
})

test('gives a call up, deletes the picture and answers before its own time is up', async () => {
  const { recognize } = await start({ functionTimeoutMs: 2_000 }, () => 'hang')
  await expect(recognize()).resolves.toEqual(errorReply('TIMEOUT'))
})

test('a setting that is wrong is told, and the usual value taken', async () => {
  const wrong = { DAILY_LIMIT: '-5', PERSON_DAILY_LIMIT: 'many', PERSON_MINUTE_LIMIT: '', IMAGE_WAY: 'pigeon' }
  const { recognize, log } = await start({ functionEnvironment: wrong })
  await expect(recognize()).resolves.toMatchObject({
    ok: true,
    quota: { used: 1, limit: 100, person: { used: 1, limit: 20 } },
  })
  const problems = (await log()).filter(({ event }) => event === 'setting')
  // Each instance tells them, and there may be a second one where the first was slow to start.
  const settings = new Set(problems.map(({ problem }) => String(problem).split(' ')[0]))
  expect([...settings].sort()).toEqual(['DAILY_LIMIT', 'IMAGE_WAY', 'PERSON_DAILY_LIMIT'])
})

test('asks for the permission it needs', async () => {
  const config = JSON.parse(await readFile(new URL('vehicleLicense/config.json', FOLDER), 'utf8')) as object
  expect(config).toEqual({ permissions: { openapi: [CLOUD_CALL] } })
})

test('the sweep is run every ten minutes', async () => {
  const config = JSON.parse(await readFile(new URL('sweep/config.json', FOLDER), 'utf8')) as object
  // Second, minute, hour, day, month, weekday, year
  expect(config).toMatchObject({ triggers: [{ type: 'timer', config: '0 */10 * * * * *' }] })
})

test.each(['vehicleLicense', 'sweep'])('%s’s bundle is small, and needs nothing but the SDK and Node', async (name) => {
  const built = (await buildFunctions()).find((each) => each.name === name)
  const bundle = await readFile(built?.path ?? '', 'utf8')
  const { dependencies } = JSON.parse(await readFile(new URL(`${name}/package.json`, FOLDER), 'utf8')) as {
    dependencies: object
  }
  const required = [...bundle.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, required = '']) => required)
  expect(new Set(required.filter((module) => !isBuiltin(module)))).toEqual(new Set(['wx-server-sdk']))
  expect(Object.keys(dependencies)).toEqual(['wx-server-sdk'])
  expect(built?.bytes).toBeLessThan(MAX_BUNDLE_BYTES)
  expect(bundle).not.toMatch(/onnxruntime|engines\/embedded/)
})
