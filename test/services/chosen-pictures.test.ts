import { ChosenPictures, type ChosenState, NOTHING_CHOSEN } from '../../miniprogram/services/chosen-pictures'
import { endCropping, pictureToCrop } from '../../miniprogram/services/cropping'
import { moveCorner, WHOLE } from '../../miniprogram/vehicle-license/crop/quad'
import { ERRORS } from '../../miniprogram/vehicle-license/errors'
import { useWx } from './fake-wx'

const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')

/** What the album gives next. */
let album: () => Promise<object>
/** How long a file is: it is not there, unless a test says something else. */
let readSize: (fail: (error: object) => void) => void
let state: ChosenState
let pictures: ChosenPictures

/** The first and the second picture, as they stand. */
const [FIRST, SECOND] = ['1', '2'] as const

beforeEach(() => {
  useWx({
    chooseMedia: () => album(),
    navigateTo: () => undefined,
    getFileSystemManager: () => ({
      readFile: ({ success }: { success: (result: object) => void }) => success({ data: Uint8Array.from(HEIC).buffer }),
      getFileInfo: ({ fail }: { fail: (error: object) => void }) => readSize(fail),
    }),
  })
  readSize = (fail) => fail({ errMsg: 'getFileInfo:fail no such file' })
  state = NOTHING_CHOSEN
  pictures = new ChosenPictures(undefined, (changed) => (state = { ...state, ...changed }))
})

const chosen = (...paths: string[]): object => ({ tempFiles: paths.map((tempFilePath) => ({ tempFilePath })) })

async function choose(...paths: string[]): Promise<void> {
  album = () => Promise.resolve(chosen(...paths))
  await pictures.add()
}

const paths = (): string[] => state.pictures.map(({ path }) => path)

test('two pictures fit; of more, the first two are kept and the person is told', async () => {
  await choose('a', 'b', 'c')
  expect(paths()).toEqual(['a', 'b'])
  expect(state.note?.en).toContain('Two pictures at most')
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
  expect(state.error).toBe(ERRORS.ALBUM_UNAVAILABLE)
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
  expect(state).toMatchObject({ error: ERRORS.IMAGE_UNREADABLE, percent: null })
  expect(state.pictures[0]).toMatchObject({ path: 'a', turn: 90 })
})

test('a person who cancels is back at the picture as they had turned it, and may send it again', async () => {
  await choose('a')
  pictures.turn(FIRST)
  readSize = () => undefined
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
  expect(state.error?.en).toContain('HEIC')
})
