import type { FakePhone } from '../../services/phone'
import { useFakePhone } from '../../services/phone'
import { settled } from '../../services/fake-wx'
import type { LicenseRecord } from '../../../miniprogram/services/records/license-record'
import { namespaced } from '../../../miniprogram/services/platform/namespace'

interface ShotOptions {
  success: (result: { tempImagePath: string }) => void
  complete: () => void
}

/** The camera of the platform, as far as the page may leave some of it behind. */
interface FakeCamera {
  /** Whether each listener runs that was ever made. */
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

/** Answers the newest shot. */
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
  phone = useFakePhone(['tmp_shot'], {
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

// Nobody waits for them any more.
afterEach(() => camera.shots.forEach(({ complete }) => complete()))

test('looks at frames while it is aimed', () => {
  expect([phase(), running()]).toEqual(['aiming', 1])
})

test.each([
  ['is left', 'onUnload'],
  ['is hidden', 'onHide'],
  ['loses its camera', 'onCameraStop'],
  ['takes the shot', 'capture'],
])('no listener runs on once it %s', (_, handler) => {
  page[handler]?.()
  expect(running()).toBe(0)
})

test('comes back from the background with a camera opened anew, and one listener', () => {
  page.onHide?.()
  expect(page.data.camera).toBe(false)
  page.onShow?.()
  expect([phase(), page.data.camera, running()]).toEqual(['opening', true, 0])
  page.onCameraReady?.()
  expect(running()).toBe(1)
})

test('the shot is felt, and shown', async () => {
  page.capture?.()
  expect(camera.vibrations).toBe(1)
  shoot()
  await settled()
  expect([phase(), page.data.camera]).toEqual(['reviewing', false])
  expect(page.data.shot).toMatch(/^wxfile:\/\/usr\/vehicle-license-scanner\.taken-/)
})

/** The one record that there is. */
function recordOf(): LicenseRecord | undefined {
  const [key] = [...phone.storage.keys()].filter((name) => name.startsWith(namespaced('license:')))
  return key === undefined ? undefined : (phone.storage.get(key) as LicenseRecord)
}

/** The program is ended, and started anew at the page. */
function openAnew(query: object): void {
  jest.isolateModules(() => jest.requireActual('../../../miniprogram/pages/camera'))
  page.onLoad?.(query)
  page.onShow?.()
}

test('a shot is kept before it is reviewed: the next start shows it', async () => {
  page.capture?.()
  shoot()
  await settled()
  const record = recordOf()
  expect(record?.step).toMatchObject({ at: 'review', by: 'camera' })
  openAnew({ id: record?.id })
  await settled()
  expect([phase(), page.data.shot, page.data.camera]).toEqual([
    'reviewing',
    record?.step?.at === 'review' ? record.step.taken[0]?.path : undefined,
    false,
  ])
})

test('a shot that is taken again is gone, and so is its record', async () => {
  page.capture?.()
  shoot()
  await settled()
  page.retake?.()
  await settled()
  expect([phase(), recordOf(), [...phone.files]]).toEqual(['opening', undefined, ['tmp_shot']])
})

test('a full phone: the shot can be seen all the same, and tried once more', async () => {
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

test('a page that is left while capturing hears no more of its shot', async () => {
  page.capture?.()
  page.onUnload?.()
  const before = { ...page.data }
  shoot()
  await settled()
  expect(page.data).toEqual(before)
  expect([running(), phone.storage.size, phone.opened]).toEqual([0, 0, []])
})

test('a second finger takes no second shot', () => {
  page.capture?.()
  page.capture?.()
  expect(camera.shots).toHaveLength(1)
})

test('whether it takes the photo by itself is kept', () => {
  expect(page.data.auto).toBe(true)
  page.toggleAuto?.()
  expect([page.data.auto, phone.storage.get(namespaced('camera:auto'))]).toEqual([false, false])
})

test('the torch is turned on and off', () => {
  page.toggleTorch?.()
  expect(page.data.torch).toBe(true)
  page.toggleTorch?.()
  expect(page.data.torch).toBe(false)
})

test('the other camera, which has no torch, is looked through from the beginning', () => {
  page.toggleTorch?.()
  page.switchCamera?.()
  expect([page.data.front, page.data.torch]).toEqual([true, false])
  expect([camera.listeners.length, running()]).toEqual([2, 1])
})

test('an other camera that is not there leads back to the first', async () => {
  page.switchCamera?.()
  page.onCameraError?.({ detail: { errMsg: 'insertCamera:fail' } })
  await settled()
  expect([page.data.front, page.data.twoCameras]).toEqual([false, false])
})
