import { describe as describeLicense } from '../../miniprogram/vehicle-license/describe'
import { FIELDS } from '../../miniprogram/vehicle-license/fields'
import { review } from '../../miniprogram/vehicle-license/review'

test('missing values are not wrong', () => {
  expect(review({})).toEqual({})
})

test('points at the field whose check does not hold', () => {
  expect(Object.keys(review({ vin: 'SHORT', owner: '王小样', totalQuality: '2700' }))).toEqual(['vin', 'totalQuality'])
})

test('compares fields that must agree', () => {
  expect(Object.keys(review({ registerDate: '2020-01-02', issueDate: '2020-01-01' }))).toEqual(['issueDate'])
  expect(Object.keys(review({ totalQuality: '1000kg', prepareQuality: '1001kg' }))).toEqual(['prepareQuality'])
  expect(Object.keys(review({ plateNum: '粤B5K7T9', plateNumB: '粤B5K7T8' }))).toEqual(['plateNumB'])
})

describe('compares no field whose own check does not hold', () => {
  test.each([
    [{ registerDate: '2018-7-6', issueDate: '2018-07-20' }, 'registerDate'],
    [{ registerDate: '2018-07-20', issueDate: '2018-7-6' }, 'issueDate'],
    [{ registerDate: '2018-13-01', issueDate: '2018-07-20' }, 'registerDate'],
    [{ totalQuality: '2,700kg', prepareQuality: '1995kg' }, 'totalQuality'],
    [{ totalQuality: '2700kg', prepareQuality: '19950' }, 'prepareQuality'],
    [{ plateNum: '粤B5K7T', plateNumB: '粤B5K7T9' }, 'plateNum'],
    [{ plateNum: '粤B5K7T9', plateNumB: '粤b5k7t9' }, 'plateNumB'],
  ])('%j: %s alone', (license, field) => {
    expect(Object.keys(review(license))).toEqual([field])
  })
})

test.each([
  { registerDate: '2018-07-06', issueDate: '2018-07-06' },
  { issueDate: '2018-07-06' },
  { registerDate: '', issueDate: '2018-07-06' },
  { totalQuality: '--', prepareQuality: '1995kg' },
  { totalQuality: '2700kg', prepareQuality: '——' },
  { totalQuality: '2700kg', prepareQuality: '995kg' },
  { plateNum: '粤B5K7T9' },
])('nothing is wrong with %j', (license) => {
  expect(review(license)).toEqual({})
})

test('a license becomes text in the order of the table', () => {
  expect(describeLicense({ owner: '王小样', plateNum: '粤B5K7T9' })).toBe('号牌号码: 粤B5K7T9\n所有人: 王小样')
})

test('every field of the table has a key of its own', () => {
  expect(new Set(FIELDS.map(({ key }) => key)).size).toBe(FIELDS.length)
})
