import { readFile } from 'node:fs/promises'
import { type RecognizeReply, UPLOAD_FOLDER } from '../../miniprogram/vehicle-license/recognition'
import { CLOUD_CALL } from '../../recognition/wechat/api'
import { buildFunctions } from '../../scripts/build/functions'
import { failure, type OpenapiCall, type OpenapiReply } from '../../simulator/cloud/openapi/call'
import { fakeEngine, picture, RECOGNITION } from '../recognition/pictures'
import { type StartedCloud, startCloud } from '../simulator/cloud/start'

const FOLDER = new URL('../../cloudfunctions/vehicleLicense/', import.meta.url)

let started: StartedCloud | undefined
afterEach(async () => {
  const left = [...(started?.cloud.files.keys() ?? [])]
  await started?.close()
  started = undefined
  expect(left).toEqual([])
})

async function recognize(cloud: StartedCloud): Promise<RecognizeReply> {
  const fileID = await cloud.upload(await picture('jpeg'), `${UPLOAD_FOLDER}/行驶证 1.jpg`)
  return (await cloud.callFunction({ type: 'photo', fileID })) as RecognizeReply
}

async function startWithUrls(fault: (call: OpenapiCall) => OpenapiReply | undefined) {
  const calls: OpenapiCall[] = []
  const cloud = await startCloud({
    engine: fakeEngine(),
    functionEnvironment: { IMAGE_WAY: 'url' },
    fault: (call) => {
      calls.push(call)
      return fault(call)
    },
  })
  started = cloud
  return { calls, cloud }
}

test('set to URLs, it sends the picture’s address', async () => {
  const { calls, cloud } = await startWithUrls(() => undefined)
  await expect(recognize(cloud)).resolves.toEqual({ ok: true, recognition: RECOGNITION })
  expect(calls).toMatchObject([{ type: 'photo', imgUrl: expect.stringContaining('http://127.0.0.1:') as string }])
})

test('set to URLs, it sends bytes where the address cannot be fetched', async () => {
  const { calls, cloud } = await startWithUrls(({ imgUrl }) =>
    imgUrl ? failure(101000, 'invalid image url') : undefined,
  )
  await expect(recognize(cloud)).resolves.toEqual({ ok: true, recognition: RECOGNITION })
  expect(calls.map(({ img }) => Boolean(img))).toEqual([false, true])
})

test('gives a call up, deletes the picture and answers before its own time is up', async () => {
  started = await startCloud({ engine: fakeEngine(), functionTimeoutMs: 2_000, fault: () => 'hang' })
  await expect(recognize(started)).resolves.toMatchObject({ ok: false, error: { code: 'TIMEOUT', retryable: true } })
})

test('asks for the permission it needs', async () => {
  const config = JSON.parse(await readFile(new URL('config.json', FOLDER), 'utf8')) as object
  expect(config).toEqual({ permissions: { openapi: [CLOUD_CALL] } })
})

test('its bundle needs nothing but the SDK', async () => {
  const built = (await buildFunctions()).find(({ name }) => name === 'vehicleLicense')
  const bundle = await readFile(built?.path ?? '', 'utf8')
  const { dependencies } = JSON.parse(await readFile(new URL('package.json', FOLDER), 'utf8')) as {
    dependencies: object
  }
  const required = [...bundle.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name)
  expect(required).toEqual(['wx-server-sdk'])
  expect(Object.keys(dependencies)).toEqual(['wx-server-sdk'])
})
