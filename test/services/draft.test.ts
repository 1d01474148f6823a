import type * as RecognizePictures from '../../miniprogram/services/recognize-pictures'
import { Draft, type DraftState, EMPTY_STATE } from '../../miniprogram/services/draft'
import type { LicenseRecord } from '../../miniprogram/services/license-record'
import { getRecord } from '../../miniprogram/services/records'
import { RecognitionError } from '../../miniprogram/vehicle-license/errors'
import type { VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { settled } from './fake-wx'
import { useFakePhone } from './phone'

type Start = typeof RecognizePictures.recognizePictures

let sent: string[][]
/** What is read in each picture; a picture that is not here is none of a license. */
let readings: Record<string, VehicleLicense>

jest.mock('../../miniprogram/services/recognize-pictures', () => ({
  recognizePictures: ((pictures, { onReading, onFailure }) => {
    sent.push(pictures.map(({ path }) => path))
    for (const picture of pictures) {
      const license = readings[picture.path]
      if (license) onReading(picture, { recognition: { license, cards: {} } })
      else onFailure(picture, new RecognitionError('NOT_A_LICENSE'))
    }
    return { done: Promise.resolve(), cancel: () => undefined }
  }) satisfies Start,
}))

const RECORD: LicenseRecord = {
  id: 'a',
  createdAt: 1,
  typed: {},
  accepted: {},
  pictures: [
    { path: 'main.jpg', type: 'photo', page: 'main' },
    { path: 'duplicate.jpg', type: 'photo', page: 'duplicate' },
  ],
}

beforeEach(() => {
  useFakePhone([])
  sent = []
  readings = {
    'main.jpg': { plateNum: '粤B5K7T9', owner: '王小样' },
    'duplicate.jpg': { plateNumB: '粤B5K7T9', passengersNum: '5人' },
  }
})

async function open(record: LicenseRecord) {
  const shown: DraftState = { ...EMPTY_STATE }
  const draft = new Draft(record, (changed) => Object.assign(shown, changed))
  await settled()
  return { draft, shown }
}

test('both pages fill one form, and the record', async () => {
  const { shown } = await open(RECORD)
  expect(sent).toEqual([['main.jpg', 'duplicate.jpg']])
  expect(shown.license).toEqual({ ...readings['main.jpg'], ...readings['duplicate.jpg'] })
  expect(shown.pictures.map(({ title }) => title)).toEqual(['主页', '副页'])
  expect(getRecord('a')?.pictures.every(({ recognition }) => recognition)).toBe(true)
})

test('a picture that cannot be read is told, and alone sent again', async () => {
  delete readings['duplicate.jpg']
  const { draft, shown } = await open(RECORD)
  expect(shown.license).toEqual(readings['main.jpg'])
  expect(shown.pictures.map(({ failed }) => failed)).toEqual([false, true])
  expect(shown.error).toContain('没有找到行驶证')
  readings['duplicate.jpg'] = { passengersNum: '5人' }
  await draft.recognize()
  expect(sent).toEqual([['main.jpg', 'duplicate.jpg'], ['duplicate.jpg']])
  expect(shown).toMatchObject({ error: null, license: { passengersNum: '5人' } })
})

test('a plate number that the other picture has otherwise is asked about until it is typed', async () => {
  readings['duplicate.jpg'] = { plateNum: '粤B12345', plateNumB: '粤B5K7T9', passengersNum: '5人' }
  const { draft, shown } = await open(RECORD)
  expect(shown.review.plateNum).toBe('另一张照片上是 粤B12345')
  draft.type('plateNum', '粤B5K7T9')
  expect(shown.review.plateNum).toBeUndefined()
})

test('what was typed stands over what is read, and outlives a new picture', async () => {
  const { draft, shown } = await open({ ...RECORD, typed: { owner: '张样例' } })
  expect(shown.license.owner).toBe('张样例')
  draft.type('remark', '自填')
  expect(getRecord('a')?.typed).toEqual({ owner: '张样例', remark: '自填' })
})

test.each([
  [
    ['main', 'duplicate'],
    ['重拍主页', '重拍副页'],
  ],
  [['main'], ['重拍', '加拍副页']],
  [['duplicate'], ['重拍', '加拍主页']],
  [['both'], ['重拍']],
  [[undefined, undefined], ['重拍']],
  [[], []],
] as const)('pictures of %j may be taken again, or added to: %j', async (pages, expected) => {
  const pictures = pages.map((page) => ({ path: 'main.jpg', type: 'photo' as const, ...(page && { page }) }))
  const { shown } = await open({ ...RECORD, pictures })
  expect(shown.retakes.map(({ label }) => label)).toEqual(expected)
})
