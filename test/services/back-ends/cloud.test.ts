import type { SendProgress } from '../../../miniprogram/services/back-ends/back-end'
import { cloudErrorCode, createCloudBackEnd } from '../../../miniprogram/services/back-ends/cloud'
import { startRecognition } from '../../../miniprogram/services/recognition/recognize'
import { FakeUpload, REPLY, type UploadOptions } from '../../wx/upload'
import { settled, useWx } from '../../wx/use-wx'

const FOLDER = 'vehicle-license/a-keyed-hash'
const ASK_FOLDER = { name: 'vehicleLicense', data: { action: 'folder' } }
const PHOTO = { path: 'wxfile://tmp_a.jpg', type: 'scan' } as const

let uploads: FakeUpload[]
let calls: unknown[]
let deleted: string[]
let inits: object[]
let answer: () => Promise<unknown>
let folder: () => unknown

beforeEach(() => {
  ;[uploads, calls, deleted, inits] = [[], [], [], []]
  answer = () => Promise.resolve(REPLY)
  folder = () => ({ ok: true, folder: FOLDER })
  useWx({
    canIUse: () => true,
    getRandomValues: ({ length }: { length: number }) =>
      Promise.resolve({ randomValues: new Uint8Array(length).fill(0xab).buffer }),
    cloud: {
      init: (options: object) => inits.push(options),
      uploadFile(options: UploadOptions) {
        const upload = new FakeUpload(options)
        uploads.push(upload)
        return upload
      },
      async callFunction(call: { data: { action?: string } }) {
        calls.push(call)
        return { result: call.data.action === 'folder' ? folder() : await answer() }
      },
      deleteFile({ fileList }: { fileList: string[] }) {
        deleted.push(...fileList)
        return Promise.resolve({})
      },
    },
  })
})

const newBackEnd = () => createCloudBackEnd({ kind: 'cloud', environment: '' })

/** Begins to send a picture, and goes on until it is being uploaded. */
async function start(backEnd = newBackEnd()) {
  const progress: SendProgress[] = []
  const task = startRecognition(PHOTO, (step) => progress.push(step), backEnd)
  task.result.catch(() => undefined)
  await settled()
  return { ...task, progress, upload: uploads[uploads.length - 1] }
}

const fileID = 'cloud://somewhere/a.jpg'

test('initializes the configured environment, or the account’s default', () => {
  createCloudBackEnd({ kind: 'cloud', environment: 'mine-1' }).launch()
  createCloudBackEnd({ kind: 'cloud', environment: '' }).launch()
  expect(inits).toEqual([{ env: 'mine-1', traceUser: false }, { traceUser: false }])
})

test('passes the environment with every call, as a host may have another one', async () => {
  const backEnd = createCloudBackEnd({ kind: 'cloud', environment: 'mine-1', functionName: 'readLicense' })
  const { result, upload } = await start(backEnd)
  upload?.options.success({ fileID: 'cloud://a.jpg' })
  await result
  const config = { env: 'mine-1' }
  expect(upload?.options).toMatchObject({ config })
  expect(calls).toMatchObject([
    { name: 'readLicense', config },
    { name: 'readLicense', config },
  ])
})

test('uploads, calls the function and deletes the upload', async () => {
  const { result, progress, upload } = await start()
  upload?.progress(40)
  upload?.options.success({ fileID })
  expect(await result).toEqual({ recognition: REPLY.ok && REPLY.recognition, engine: 'wechat' })
  expect(calls).toEqual([ASK_FOLDER, { name: 'vehicleLicense', data: { type: 'scan', fileID } }])
  expect(upload?.options).toMatchObject({ cloudPath: `${FOLDER}/${'ab'.repeat(16)}.jpg` })
  expect(deleted).toEqual([fileID])
  expect(progress).toEqual([{ stage: 'upload', percent: 0 }, { stage: 'upload', percent: 40 }, { stage: 'recognize' }])
})

test('deletes the upload if the function fails', async () => {
  answer = () => Promise.reject(Object.assign(new Error(), { errCode: -504002 }))
  const task = await start()
  task.upload?.options.success({ fileID })
  await expect(task.result).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' })
  expect(deleted).toEqual([fileID])
})

test('asks for the folder once, and again if that failed or the folder has changed', async () => {
  const asked = (): number => calls.filter((call) => JSON.stringify(call) === JSON.stringify(ASK_FOLDER)).length
  const backEnd = newBackEnd()
  const send = async () => {
    const task = await start(backEnd)
    task.upload?.options.success({ fileID })
    return task.result
  }
  folder = () => ({ ok: false, error: { code: 'ENGINE_BUSY', message: '', retryable: true } })
  await expect((await start(backEnd)).result).rejects.toMatchObject({ code: 'ENGINE_BUSY' })
  folder = () => ({ ok: true, folder: FOLDER })
  await send()
  await send()
  expect(asked()).toBe(2)
  answer = () => Promise.resolve({ ok: false, error: { code: 'INVALID_REQUEST', message: '', retryable: false } })
  await expect(send()).rejects.toMatchObject({ code: 'INVALID_REQUEST' })
  answer = () => Promise.resolve(REPLY)
  await send()
  expect(asked()).toBe(3)
})

test('names a picture without a cryptographic generator', async () => {
  wx.canIUse = () => false
  const { upload } = await start()
  expect(upload?.options).toMatchObject({ cloudPath: expect.stringMatching(/\/[0-9a-f]{32}\.jpg$/) as string })
})

test('keeps WeChat’s error number', async () => {
  const error = { code: 'NOT_AUTHORIZED', message: '', retryable: false, wechatCode: 48001 }
  answer = () => Promise.resolve({ ok: false, error })
  const task = await start()
  task.upload?.options.success({ fileID })
  await expect(task.result).rejects.toMatchObject({ code: 'NOT_AUTHORIZED', details: { wechatCode: 48001 } })
})

test('cancel aborts the upload and calls nothing', async () => {
  const { result, cancel, upload } = await start()
  cancel()
  await expect(result).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(upload?.aborted).toBe(true)
  expect(calls).toEqual([ASK_FOLDER])
})

test('deletes an upload that finished before it could be aborted', async () => {
  const { result, cancel, upload } = await start()
  upload?.options.success({ fileID })
  cancel()
  await expect(result).rejects.toMatchObject({ code: 'CANCELLED' })
  await settled()
  expect(calls).toEqual([ASK_FOLDER])
  expect(deleted).toEqual([fileID])
})

test('reports no progress after cancel', async () => {
  const { result, cancel, upload, progress } = await start()
  cancel()
  upload?.progress(80)
  await expect(result).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(progress).toEqual([{ stage: 'upload', percent: 0 }])
})

test.each([
  ['the function ran out of time', { errCode: -504003, errMsg: 'cloud.callFunction:fail' }, 'TIMEOUT'],
  ['the function crashed', { errCode: -504002, errMsg: 'cloud.callFunction:fail' }, 'ENGINE_UNAVAILABLE'],
  [
    'the function was not found',
    { errMsg: 'cloud.callFunction:fail Error: errCode: -501000 | not found' },
    'ENGINE_UNAVAILABLE',
  ],
  ['the request timed out', { errMsg: 'uploadFile:fail timeout' }, 'TIMEOUT'],
  ['nothing was reached', { errMsg: 'uploadFile:fail createUploadTask:fail' }, 'NETWORK_UNAVAILABLE'],
  ['who knows', 'a string', 'NETWORK_UNAVAILABLE'],
])('%s', (_, error, code) => {
  expect(cloudErrorCode(error)).toBe(code)
})
