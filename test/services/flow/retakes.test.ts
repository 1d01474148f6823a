import { helpsToRetake, laterNote, retakesOf } from '../../../miniprogram/services/flow/retakes'
import type { LicensePicture } from '../../../miniprogram/services/records/license-record'
import { FakePhone } from '../../wx/phone'

const MAIN: LicensePicture = { path: 'main.jpg', type: 'photo', page: 'main' }

beforeEach(() => new FakePhone())

test('offers another picture where it may help', () => {
  expect(retakesOf([MAIN]).map(({ label }) => label)).toEqual(['重拍', '加拍副页'])
  expect(retakesOf([MAIN], 'NOT_A_LICENSE')).toHaveLength(2)
})

test.each(['QUOTA_EXHAUSTED', 'NETWORK_UNAVAILABLE', 'NOT_AUTHORIZED', 'ENGINE_BUSY'] as const)(
  'after %s none is: it would not be read either',
  (code) => {
    expect(retakesOf([MAIN], code)).toEqual([])
    expect(helpsToRetake(code)).toBe(false)
  },
)

test('with no recognitions left, says that the picture waits for tomorrow', () => {
  expect(laterNote('QUOTA_EXHAUSTED')).toBe('照片已保存，明天可以接着识别')
  expect(laterNote('NOT_A_LICENSE')).toBeNull()
})

test('the recognition decides which page is missing', () => {
  const license = { plateNumB: '粤B5K7T9', record: '440301234567', passengersNum: '5人' }
  const read: LicensePicture = { ...MAIN, recognition: { license, cards: {} } }
  expect(retakesOf([read]).map(({ label }) => label)).toEqual(['重拍', '加拍主页'])
  const both: LicensePicture = {
    ...MAIN,
    recognition: { license, cards: { main: [] as never, duplicate: [] as never } },
  }
  expect(retakesOf([both]).map(({ label }) => label)).toEqual(['重拍'])
})
