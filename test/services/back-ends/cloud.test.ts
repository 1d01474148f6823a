import type { Progress } from '../../../miniprogram/services/back-ends/back-end'
import { cloudErrorCode, createCloudBackEnd } from '../../../miniprogram/services/back-ends/cloud'
import { startRecognition } from '../../../miniprogram/services/recognize'
import { FakeUpload, REPLY, settled, type UploadOptions, useWx } from '../fake-wx'

const PHOTO = { path: 'wxfile://tmp_a.jpg', type: 'scan' } as const

let uploads: FakeUpload[]
let calls: unknown[]
let deleted: string[]
let inits: object[]
let answer: () => Promise<unknown>

beforeEach(() => {
  ;[uploads, calls, deleted, inits] = [[], [], [], []]
  answer = () => Promise.resolve(REPLY)
  useWx({
    cloud: {
      init: (options: object) => inits.push(options),
      uploadFile(options: UploadOptions) {
        const upload = new FakeUpload(options)
        uploads.push(upload)
        return upload
      },
      async callFunction(call: object) {
        calls.push(call)
        return { result: await answer() }
      },
      deleteFile({ fileList }: { fileList: string[] }) {
        deleted.push(...fileList)
        return Promise.resolve({})
      },
    },
  })
})

function start() {
  const progress: Progress[] = []
  const task = startRecognition(
    PHOTO,
    (step) => progress.push(step),
    createCloudBackEnd({ kind: 'cloud', environment: '' }),
  )
  return { ...task, progress, upload: uploads[0] }
}

const fileID = 'cloud://somewhere/a.jpg'

test('initializes the environment that the configuration names, or the account’s default one', () => {
  createCloudBackEnd({ kind: 'cloud', environment: 'mine-1' }).launch()
  createCloudBackEnd({ kind: 'cloud', environment: '' }).launch()
  expect(inits).toEqual([{ env: 'mine-1', traceUser: false }, { traceUser: false }])
})

test('uploads, calls the function and deletes what was uploaded', async () => {
  const { result, progress, upload } = start()
  upload?.progress(40)
  upload?.options.success({ fileID })
  expect(await result).toEqual({ recognition: REPLY.ok && REPLY.recognition, engine: 'wechat' })
  expect(calls).toEqual([{ name: 'vehicleLicense', data: { type: 'scan', fileID } }])
  expect(deleted).toEqual([fileID])
  expect(progress).toEqual([{ stage: 'upload', percent: 0 }, { stage: 'upload', percent: 40 }, { stage: 'recognize' }])
})

test('deletes what was uploaded also when the function fails', async () => {
  answer = () => Promise.reject(Object.assign(new Error(), { errCode: -504002 }))
  const task = start()
  task.upload?.options.success({ fileID })
  await expect(task.result).rejects.toMatchObject({ code: 'ENGINE_UNAVAILABLE' })
  expect(deleted).toEqual([fileID])
})

test('keeps WeChat’s own number for what went wrong', async () => {
  const error = { code: 'NOT_AUTHORIZED', message: '', retryable: false, wechatCode: 48001 }
  answer = () => Promise.resolve({ ok: false, error })
  const task = start()
  task.upload?.options.success({ fileID })
  await expect(task.result).rejects.toMatchObject({ code: 'NOT_AUTHORIZED', details: { wechatCode: 48001 } })
})

test('a cancelled upload is ended, and nothing is called', async () => {
  const { result, cancel, upload } = start()
  cancel()
  await expect(result).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(upload?.aborted).toBe(true)
  expect(calls).toEqual([])
})

test('an upload that was done before it could be ended is deleted, and nothing is called', async () => {
  const { result, cancel, upload } = start()
  upload?.options.success({ fileID })
  cancel()
  await expect(result).rejects.toMatchObject({ code: 'CANCELLED' })
  await settled()
  expect(calls).toEqual([])
  expect(deleted).toEqual([fileID])
})

test('nothing is reported of an upload that nobody waits for any more', async () => {
  const { result, cancel, upload, progress } = start()
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
