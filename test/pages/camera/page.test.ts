import { FakePhone } from '../../wx/phone'
import { settled } from '../../wx/use-wx'
import type { LicenseRecord } from '../../../miniprogram/services/records/license-record'
import { namespaced } from '../../../miniprogram/services/platform/namespace'

interface ShotOptions {
  success: (result: { tempImagePath: string }) => void
  complete: () => void
}

/** What the page may leave behind at the platform's camera. */
interface FakeCamera {
  /** Whether each listener ever created is running. */
  readonly listeners: boolean[]
  readonly shots: ShotOptions[]
  vibrations: number
}

type Handlers = Record<string, (argument?: unknown) => void>

let phone: FakePhone
let camera: FakeCamera
let page: { data: Record<string, unknown> } & Handlers

const context = () => ({
  onCameraFrame() {
    const at = camera.listeners.push(false) - 1
    return { start: () => (camera.listeners[at] = true), stop: () => (camera.listeners[at] = false) }
  },
  takePhoto: (options: ShotOptions) => camera.shots.push(options),
})

/** Completes the last shot. */
function shoot(): void {
  const { success, complete } = camera.shots.at(-1) ?? { success: () => undefined, complete: () => undefined }
  success({ tempImagePath: 'tmp_shot' })
  complete()
}

const running = () => camera.listeners.filter(Boolean).length
const phase = () => page.data.phase

beforeEach(() => {
  jest.resetModules()
  camera = { listeners: [], shots: [], vibrations: 0 }
  phone = new FakePhone(['tmp_shot'], {
    createCameraContext: context,
    vibrateShort: () => camera.vibrations++,
    getDeviceInfo: () => ({ platform: 'ios' }),
    getSetting: () => Promise.resolve({ authSetting: {} }),
    createOffscreenCanvas: () => {
      throw new Error('nothing can be drawn here')
    },
  })
  Object.assign(globalThis, {
    Page: (options: typeof page) => {
      page = Object.assign(options, {
        setData: (changed: object) => Object.assign(page.data, changed),
        createSelectorQuery: () => ({
          select: () => ({
            boundingClientRect: (found: (view: object) => void) => ({ exec: () => found({ width: 375, height: 500 }) }),
          }),
        }),
      })
    },
  })
  jest.isolateModules(() => jest.requireActual('../../../miniprogram/pages/camera'))
  page.onLoad?.({})
  page.onShow?.()
  page.onCameraReady?.()
})

// Clears their timeouts.
afterEach(() => camera.shots.forEach(({ complete }) => complete()))

test('analyzes frames while aiming', () => {
  expect([phase(), running()]).toEqual(['aiming', 1])
})

test.each([
  ['is left', 'onUnload'],
  ['is hidden', 'onHide'],
  ['loses its camera', 'onCameraStop'],
  ['takes the shot', 'capture'],
])('no listener keeps running once the page %s', (_, handler) => {
  page[handler]?.()
  expect(running()).toBe(0)
})

test('reopens the camera, with one listener, after the background', () => {
  page.onHide?.()
  expect(page.data.camera).toBe(false)
  page.onShow?.()
  expect([phase(), page.data.camera, running()]).toEqual(['opening', true, 0])
  page.onCameraReady?.()
  expect(running()).toBe(1)
})

test('a shot vibrates and is shown', async () => {
  page.capture?.()
  expect(camera.vibrations).toBe(1)
  shoot()
  await settled()
  expect([phase(), page.data.camera]).toEqual(['reviewing', false])
  expect(page.data.shot).toMatch(/^wxfile:\/\/usr\/vehicle-license-scanner\.taken-/)
})

/** The only record */
function recordOf(): LicenseRecord | undefined {
  const [key] = [...phone.storage.keys()].filter((name) => name.startsWith(namespaced('license:')))
  return key === undefined ? undefined : (phone.storage.get(key) as LicenseRecord)
}

/** Restarts the program at the page. */
function restart(query: object): void {
  jest.isolateModules(() => jest.requireActual('../../../miniprogram/pages/camera'))
  page.onLoad?.(query)
  page.onShow?.()
}

test('a shot is saved before the review: a restart shows it', async () => {
  page.capture?.()
  shoot()
  await settled()
  const record = recordOf()
  expect(record?.step).toMatchObject({ at: 'review', by: 'camera' })
  restart({ id: record?.id })
  await settled()
  expect([phase(), page.data.shot, page.data.camera]).toEqual([
    'reviewing',
    record?.step?.at === 'review' ? record.step.taken[0]?.path : undefined,
    false,
  ])
})

test('retaking deletes the shot and its record', async () => {
  page.capture?.()
  shoot()
  await settled()
  page.retake?.()
  await settled()
  expect([phase(), recordOf(), [...phone.files.keys()]]).toEqual(['opening', undefined, ['tmp_shot']])
})

test('a full phone: the shot is shown, and saving can be retried', async () => {
  phone.room = 0
  page.capture?.()
  shoot()
  await settled()
  expect([phase(), page.data.shot]).toEqual(['reviewing', 'tmp_shot'])
  expect(page.data.error).toContain('存储空间不足')
  page.use?.()
  await settled()
  expect([phase(), recordOf()]).toEqual(['reviewing', undefined])
  phone.room = 1
  page.use?.()
  await settled()
  expect(recordOf()?.step).toMatchObject({ at: 'prepare' })
})

test('a page that is left ignores its shot', async () => {
  page.capture?.()
  page.onUnload?.()
  const before = { ...page.data }
  shoot()
  await settled()
  expect(page.data).toEqual(before)
  expect([running(), phone.storage.size, phone.opened]).toEqual([0, 0, []])
})

test('a second tap takes no second shot', () => {
  page.capture?.()
  page.capture?.()
  expect(camera.shots).toHaveLength(1)
})

test('the setting for automatic shots is saved', () => {
  expect(page.data.auto).toBe(true)
  page.toggleAuto?.()
  expect([page.data.auto, phone.storage.get(namespaced('camera:auto'))]).toEqual([false, false])
})

test('the torch is toggled', () => {
  page.toggleTorch?.()
  expect(page.data.torch).toBe(true)
  page.toggleTorch?.()
  expect(page.data.torch).toBe(false)
})

test('the front camera has no torch, and restarts the guide', () => {
  page.toggleTorch?.()
  page.switchCamera?.()
  expect([page.data.front, page.data.torch]).toEqual([true, false])
  expect([camera.listeners.length, running()]).toEqual([2, 1])
})

test('a missing front camera switches back', async () => {
  page.switchCamera?.()
  page.onCameraError?.({ detail: { errMsg: 'insertCamera:fail' } })
  await settled()
  expect([page.data.front, page.data.twoCameras]).toEqual([false, false])
})
