import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fakeEngine } from '../../recognition/pictures'
import { type StartedCloud, startCloud } from './start'

const SDK = createRequire(__filename).resolve('wx-server-sdk')
/** Calls the SDK methods that the event names, and returns the results. */
const DRIVER = `
  const cloud = require(${JSON.stringify(SDK)})
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  exports.main = async ({ steps }) => {
    const results = []
    for (const step of steps) {
      try {
        const target = step.path.slice(0, -1).reduce((object, key) => object[key], cloud)
        const content = step.upload && { fileContent: Buffer.from(step.upload) }
        results.push(await target[step.path.at(-1)]({ ...step.with, ...content }))
      } catch ({ errCode, errMsg }) {
        results.push({ errCode, errMsg })
      }
    }
    return results
  }`
const AGGREGATE = `
  const cloud = require(${JSON.stringify(SDK)})
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
  exports.main = () => cloud.database().collection('quota').aggregate().limit(1).end().catch(({ errMsg }) => errMsg)`

let folder: string
let started: StartedCloud

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'functions-'))
  for (const [name, code, permissions] of [
    ['driver', DRIVER, ['ocr.vehicleLicense']],
    ['unpermitted', DRIVER, ['ocr.idcard']],
    ['aggregate', AGGREGATE, []],
  ] as const) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'index.js'), code)
    await writeFile(join(folder, name, 'config.json'), JSON.stringify({ permissions: { openapi: permissions } }))
  }
  started = await startCloud({ engine: fakeEngine(), functionsDir: folder })
})
afterAll(async () => {
  await started.close()
  await rm(folder, { recursive: true })
})

interface Step {
  path: string[]
  with?: object
  upload?: string
}
const run = async (steps: Step[], name = 'driver') => (await started.callFunction({ steps }, name)) as unknown[]

test('stores, finds and deletes files for the SDK', async () => {
  const [uploaded] = await run([{ path: ['uploadFile'], with: { cloudPath: 'a/一.txt' }, upload: 'hello' }])
  const { fileID } = uploaded as { fileID: string }
  expect(started.cloud.files.get(fileID)?.bytes.toString()).toBe('hello')

  const [downloaded, urls, deleted, gone] = await run([
    { path: ['downloadFile'], with: { fileID } },
    { path: ['getTempFileURL'], with: { fileList: [fileID] } },
    { path: ['deleteFile'], with: { fileList: [fileID, 'cloud://no/such'] } },
    { path: ['downloadFile'], with: { fileID } },
  ])
  expect(downloaded).toMatchObject({ fileContent: { data: [...Buffer.from('hello')] } })
  expect(urls).toMatchObject({ fileList: [{ fileID, status: 0, tempFileURL: `${started.cloud.origin}/cos/a/一.txt` }] })
  expect(deleted).toMatchObject({ fileList: [{ fileID, status: 0 }, { status: -503003 }] })
  expect(gone).toMatchObject({ errCode: expect.any(Number) as number })
  expect(started.cloud.files.size).toBe(0)
})

test('has one API, and rejects it for a function that does not declare it', async () => {
  const call: Step = { path: ['openapi', 'ocr', 'vehicleLicense'], with: { type: 'photo', imgUrl: 'https://a.b/c' } }
  const unknown: Step = { path: ['openapi', 'ocr', 'businessLicense'], with: {} }
  await expect(run([call, unknown])).resolves.toMatchObject([{ errCode: 101000 }, { errCode: -604100 }])
  await expect(run([call], 'unpermitted')).resolves.toMatchObject([{ errCode: -604101 }])
})

test('an unsupported action fails with its name', async () => {
  await expect(started.callFunction({}, 'aggregate')).resolves.toContain('database.aggregateDocuments')
  expect(started.lines.join('\n')).toContain('database.aggregateDocuments')
})
