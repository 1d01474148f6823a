import { ChosenPictures, type ChosenState, NOTHING_CHOSEN } from '../../miniprogram/services/chosen-pictures'
import { endCropping, pictureToCrop } from '../../miniprogram/services/cropping'
import { moveCorner, WHOLE } from '../../miniprogram/vehicle-license/crop/quad'
import { ERRORS } from '../../miniprogram/vehicle-license/errors'
import { MAX_PICKED_BYTES } from '../../miniprogram/vehicle-license/photo'
import { useWx } from './fake-wx'

const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')

/** What the album gives next. */
let album: () => Promise<object>
/** The platform's answer about a picture's size: none, unless a test says something else. */
let imageInfo: (path: string) => Promise<object>
/** Whether files can be read, or never answer. */
let readsFiles: boolean
let state: ChosenState
let pictures: ChosenPictures

/** The first and the second picture, as they stand. */
const [FIRST, SECOND] = ['1', '2'] as const

beforeEach(() => {
  useWx({
    getAppBaseInfo: () => ({ language: 'zh_CN' }),
    getStorageSync: () => '',
    chooseMedia: () => album(),
    navigateTo: () => undefined,
    getImageInfo: ({ src }: { src: string }) => imageInfo(src),
    getFileSystemManager: () => ({
      readFile: ({ success }: { success: (result: object) => void }) => {
        if (readsFiles) success({ data: Uint8Array.from(HEIC).buffer })
      },
    }),
  })
  imageInfo = jest.fn().mockRejectedValue({ errMsg: 'getImageInfo:fail' })
  readsFiles = true
  state = NOTHING_CHOSEN
  pictures = new ChosenPictures(undefined, (changed) => (state = { ...state, ...changed }))
})

/** bytes, by path */
const SIZES: Readonly<Record<string, number>> = {
  png28MB: 28 * 2 ** 20,
  largest: MAX_PICKED_BYTES,
  heavy: MAX_PICKED_BYTES + 1,
}
const chosen = (...paths: string[]): object => ({
  tempFiles: paths.map((tempFilePath) => ({ tempFilePath, size: SIZES[tempFilePath] ?? 1_000_000 })),
})

async function choose(...paths: string[]): Promise<void> {
  album = () => Promise.resolve(chosen(...paths))
  await pictures.add()
}

const paths = (): string[] => state.pictures.map(({ path }) => path)

test('two pictures fit; of more, the first two are kept and the person is told', async () => {
  await choose('a', 'b', 'c')
  expect(paths()).toEqual(['a', 'b'])
  expect(state.note).toContain('最多两张')
})

test('a picture is added to one that is there, replaced, and removed', async () => {
  await choose('a')
  await choose('b')
  expect(paths()).toEqual(['a', 'b'])
  album = () => Promise.resolve(chosen('c'))
  await pictures.replace(FIRST)
  expect(paths()).toEqual(['c', 'b'])
  pictures.remove(SECOND)
  expect(paths()).toEqual(['c'])
})

describe('what the phone cannot hold is told as soon as it is picked', () => {
  const PX: Readonly<Record<string, object>> = {
    'of 48 megapixels': { width: 8064, height: 6048 },
    'of 108 megapixels': { width: 12_000, height: 9000 },
    'a panorama': { width: 16_000, height: 3000 },
    'of too many px': { width: 12_001, height: 9000 },
    'too long': { width: 20_001, height: 10 },
  }
  beforeEach(() => {
    imageInfo = (path) => (PX[path] ? Promise.resolve(PX[path]) : Promise.reject(new Error('getImageInfo:fail')))
  })

  test.each(['png28MB', 'largest', 'of 48 megapixels', 'of 108 megapixels', 'a panorama'])('not %s', async (path) => {
    await choose(path)
    expect(paths()).toEqual([path])
    expect(state.error).toBeNull()
  })

  test.each([
    ['heavy', '50 MB'],
    ['of too many px', '1.08 亿像素'],
    ['too long', '20000 像素'],
  ])('%s', async (path, words) => {
    await choose(path)
    expect(paths()).toEqual([])
    expect(state.error).toContain(words)
    expect(state.error).toContain('截')
  })

  test('others that were picked with it are kept', async () => {
    await choose('heavy', 'b', 'c')
    expect(paths()).toEqual(['b', 'c'])
    expect(state).toMatchObject({ error: ERRORS.FILE_TOO_LARGE.zh, note: null })
  })

  test('a picture that was to be replaced by it stays', async () => {
    await choose('a', 'b')
    album = () => Promise.resolve(chosen('heavy'))
    await pictures.replace(FIRST)
    expect(paths()).toEqual(['a', 'b'])
    expect(state.error).toBe(ERRORS.FILE_TOO_LARGE.zh)
  })

  test('the next pick clears it', async () => {
    await choose('heavy')
    expect(state.error).not.toBeNull()
    await choose('a')
    expect(state.error).toBeNull()
  })
})

test('a person who changes their mind keeps what they had', async () => {
  await choose('a')
  pictures.turn(FIRST)
  album = jest.fn().mockRejectedValue({ errMsg: 'chooseMedia:fail cancel' })
  await pictures.replace(FIRST)
  expect(state.pictures[0]).toMatchObject({ path: 'a', turn: 90 })
  expect(state.error).toBeNull()
})

test('an album that cannot be opened is an error', async () => {
  album = jest.fn().mockRejectedValue({ errMsg: 'chooseMedia:fail system error' })
  await pictures.add()
  expect(state.error).toBe(ERRORS.ALBUM_UNAVAILABLE.zh)
})

test('a crop is what the person made of it on the page for it, or what it was when they went back', async () => {
  await choose('a')
  await pictures.shown(FIRST, { width: 1600, height: 900 })
  const quad = moveCorner(WHOLE, 0, { x: 0.1, y: 0.2 })
  const cropped = pictures.crop(FIRST)
  expect(pictureToCrop()?.path).toBe('a')
  endCropping(quad)
  await cropped
  expect(state.pictures[0]?.quad).toBe(quad)

  const left = pictures.crop(FIRST)
  endCropping()
  await left
  expect(state.pictures[0]?.quad).toBe(quad)
})

test('a turn and a crop are kept when the picture cannot be sent', async () => {
  await choose('a')
  pictures.turn(FIRST)
  await pictures.send()
  expect(state).toMatchObject({ error: ERRORS.IMAGE_UNREADABLE.zh, percent: null })
  expect(state.pictures[0]).toMatchObject({ path: 'a', turn: 90 })
})

test('a person who cancels is back at the picture as they had turned it, and may send it again', async () => {
  await choose('a')
  pictures.turn(FIRST)
  readsFiles = false
  const sending = pictures.send()
  expect(state.percent).toBe(0)
  pictures.cancel()
  await sending
  expect(state).toMatchObject({ error: null, percent: null })
  expect(state.pictures[0]).toMatchObject({ path: 'a', turn: 90 })
  void pictures.send()
  expect(state.percent).toBe(0)
})

test('the type that a person chose stands, whatever the picture looks like', async () => {
  await choose('a')
  pictures.setType(FIRST, 'scan')
  await pictures.shown(FIRST, { width: 1600, height: 900 })
  expect(state.pictures[0]).toMatchObject({ type: 'scan', size: { width: 1600, height: 900 } })
})

test('a HEIC picture that the phone does not show is put away, and the person is told what to do', async () => {
  await choose('a', 'b')
  await pictures.unreadable(FIRST)
  expect(paths()).toEqual(['b'])
  expect(state.error).toContain('HEIC')
})
