import { placeIn } from '../../../miniprogram/services/flow/place'
import type * as Recognize from '../../../miniprogram/services/recognition/recognize'
import { AlbumImport, type AlbumState, EMPTY_ALBUM } from '../../../miniprogram/services/flow/album-import'
import { resumable } from '../../../miniprogram/services/flow/resume'
import { listRecords } from '../../../miniprogram/services/records'
import { ERRORS } from '../../../miniprogram/vehicle-license/errors'
import { MAX_PICKED_BYTES } from '../../../miniprogram/image/limits'
import { jpegOf } from '../../image/jpeg/jpegs'
import { forget } from '../../../miniprogram/services/records/store'
import { FakePhone } from '../../wx/phone'

jest.mock('../../../miniprogram/services/recognition/recognize', () => ({
  startRecognition: (() => ({
    result: new Promise(() => undefined),
    cancel: () => undefined,
  })) satisfies typeof Recognize.startRecognition,
}))

const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')
const SIZE = { width: 1600, height: 1200 }

let phone: FakePhone
/** What the album gives next. */
let album: () => Promise<object>
/** Numbers of pictures that were asked for. */
let asked: number[]
/** The platform's answer about a picture's size: none, unless a test says something else. */
let imageInfo: (path: string) => Promise<object>
let opened: string[]
let toasts: string[]
let state: AlbumState
let pictures: AlbumImport

const open = (most = 2, place = placeIn(undefined)): void => {
  pictures = new AlbumImport(place, most, (changed) => (state = { ...state, ...changed }))
}

beforeEach(() => {
  phone = new FakePhone()
  forget()
  asked = []
  opened = []
  toasts = []
  Object.assign((globalThis as unknown as { wx: object }).wx, {
    chooseMedia: ({ count }: { count: number }) => {
      asked.push(count)
      return album()
    },
    getImageInfo: ({ src }: { src: string }) => imageInfo(src),
    navigateTo: ({ url }: { url: string }) => opened.push(url),
    redirectTo: ({ url }: { url: string }) => opened.push(url),
    showToast: ({ title }: { title: string }) => toasts.push(title),
  })
  Object.assign(globalThis, { getCurrentPages: () => [{}, {}] })
  imageInfo = jest.fn().mockRejectedValue({ errMsg: 'getImageInfo:fail' })
  state = EMPTY_ALBUM
  open()
})

const license = (): string => phone.add(jpegOf({ ...SIZE, bytes: 300_000 }), SIZE)

/** bytes, by path */
const sizes = new Map<string, number>()
const chosen = (...paths: string[]): object => ({
  tempFiles: paths.map((tempFilePath) => ({ tempFilePath, size: sizes.get(tempFilePath) ?? 1_000_000 })),
})

async function choose(...paths: string[]): Promise<void> {
  album = () => Promise.resolve(chosen(...paths))
  await pictures.choose()
}

test('a chosen picture leads straight to the form', async () => {
  await choose(license())
  const [record] = listRecords()
  expect(opened).toEqual([`../confirm/index?id=${record?.id ?? ''}`])
  expect(record).toMatchObject({ step: undefined, pictures: [{ type: 'photo' }] })
  expect(state).toMatchObject({ error: null, percent: null })
})

test('takes two pictures; of more, the first two, with a message', async () => {
  await choose(license(), license(), license())
  expect(asked).toEqual([2])
  expect(listRecords()[0]?.pictures).toHaveLength(2)
  expect(toasts[0]).toContain('最多两张')
})

test('replaces a picture by only one', async () => {
  open(1)
  await choose(license(), license())
  expect(asked).toEqual([1])
  expect(listRecords()[0]?.pictures).toHaveLength(1)
})

describe('a picture that is too large is reported immediately', () => {
  const PX: Readonly<Record<string, object>> = {
    'of too many px': { width: 12_001, height: 9000 },
    'too long': { width: 20_001, height: 10 },
  }
  beforeEach(() => {
    sizes.set('heavy', MAX_PICKED_BYTES + 1)
    imageInfo = (path) => (PX[path] ? Promise.resolve(PX[path]) : Promise.reject(new Error('getImageInfo:fail')))
  })

  test.each([
    ['heavy', '50 MB'],
    ['of too many px', '1.08 亿像素'],
    ['too long', '20000 像素'],
  ])('%s', async (path, words) => {
    await choose(path)
    expect(state).toMatchObject({ waiting: 0, error: expect.stringContaining(words) as string })
    expect(state.error).toContain('截')
    expect(listRecords()).toEqual([])
  })

  test('the other pictures wait until the person continues', async () => {
    await choose('heavy', license())
    expect(state).toMatchObject({ waiting: 1, error: ERRORS.FILE_TOO_LARGE.zh })
    expect(opened).toEqual([])
    await pictures.proceed()
    expect(opened).toHaveLength(1)
    expect(state.error).toBeNull()
  })

  test('the next choice clears the error', async () => {
    await choose('heavy')
    await choose(license())
    expect(state.error).toBeNull()
    expect(opened).toHaveLength(1)
  })
})

test('accepts a file of the maximum size', async () => {
  const path = license()
  sizes.set(path, MAX_PICKED_BYTES)
  await choose(path)
  expect(opened).toHaveLength(1)
})

test('canceling the picker changes nothing', async () => {
  album = jest.fn().mockRejectedValue({ errMsg: 'chooseMedia:fail cancel' })
  await pictures.choose()
  expect(state).toEqual(EMPTY_ALBUM)
})

test('reports an album that cannot be opened', async () => {
  album = jest.fn().mockRejectedValue({ errMsg: 'chooseMedia:fail system error' })
  await pictures.choose()
  expect(state.error).toBe(ERRORS.ALBUM_UNAVAILABLE.zh)
})

test('removes the unreadable one of two pictures; the other one waits', async () => {
  await choose(phone.add(HEIC), license())
  expect(state.error).toContain('HEIC')
  expect(state.waiting).toBe(1)
  expect(opened).toEqual([])
  await pictures.proceed()
  expect(listRecords()[0]?.pictures).toHaveLength(1)
})

test('an unreadable picture leaves no record', async () => {
  await choose(phone.add(Buffer.from('text')))
  expect(state).toMatchObject({ waiting: 0, error: ERRORS.IMAGE_UNREADABLE.zh })
  expect([listRecords(), phone.kept()]).toEqual([[], []])
})

test('after cancel the picture waits, also after a restart, and can be sent', async () => {
  album = () => Promise.resolve(chosen(license()))
  phone.onCall = (name) => {
    if (name === 'copyFile') phone.onCall = (next) => next === 'getFileInfo' && pictures.cancel()
  }
  await pictures.choose()
  expect(state).toMatchObject({ waiting: 1, error: null, percent: null })
  expect(resumable()?.step).toMatchObject({ at: 'prepare', by: 'album' })
  expect(opened).toEqual([])
  phone.onCall = () => undefined
  await pictures.proceed()
  expect(opened).toHaveLength(1)
})
