import { describe as describeLicense } from '../../miniprogram/vehicle-license/describe'
import { FIELDS } from '../../miniprogram/vehicle-license/fields'
import { review } from '../../miniprogram/vehicle-license/review'
import { CAR, ELECTRIC, TRUCK, VAN } from '../../scripts/samples/licenses'

test('missing values are not wrong', () => {
  expect(review({})).toEqual({})
})

test('points at the field whose check does not hold', () => {
  expect(Object.keys(review({ vin: 'SHORT', owner: '王小样', totalQuality: '2700' }))).toEqual(['vin', 'totalQuality'])
})

test.each([
  [{ registerDate: '2020-01-02', issueDate: '2020-01-01' }, 'issueDate', '早于注册日期'],
  [{ totalQuality: '1000kg', prepareQuality: '1001kg' }, 'prepareQuality', '大于总质量'],
  [{ totalQuality: '4495kg', prepareQuality: '2800kg', loadQuality: '1995kg' }, 'loadQuality', '超过了总质量'],
  [{ plateNum: '粤B5K7T9', plateNumB: '粤B5K7T8' }, 'plateNumB', '主页'],
  [{ plateNum: '冀A1234挂', vehicleType: '重型半挂牵引车' }, 'plateNum', '不是挂车'],
  [{ plateNum: '冀A12345', vehicleType: '重型仓栅式半挂车' }, 'plateNum', '以“挂”结尾'],
  [{ vehicleType: '重型仓栅式半挂车', tractionQuality: '40000kg' }, 'tractionQuality', '挂车没有'],
  [{ vehicleType: '重型自卸货车', totalQuality: '2500kg' }, 'totalQuality', '不小于 12000kg'],
  [{ vehicleType: '轻型厢式货车', totalQuality: '44950kg' }, 'totalQuality', '不超过 4500kg'],
  [{ vehicleType: '小型轿车', passengersNum: '55人' }, 'passengersNum', '最多载 9 人'],
  [{ vehicleType: '中型普通客车', passengersNum: '49人' }, 'passengersNum', '最多载 19 人'],
])('%j: at %s, %s', (license, field, problem) => {
  const found = review(license)
  expect(Object.keys(found)).toEqual([field])
  expect(found[field as keyof typeof found]?.zh).toContain(problem)
})

describe('a date to come', () => {
  const today = new Date('2021-03-15T12:00:00+08:00')

  test('is told', () => {
    expect(review({ registerDate: '2021-03-17', issueDate: '2031-03-15' }, today)).toMatchObject({
      registerDate: { zh: '这一天还没到，可能认错' },
      issueDate: { zh: '这一天还没到，可能认错' },
    })
  })

  test('is none today, nor where tomorrow has begun already', () => {
    expect(review({ registerDate: '2021-03-15', issueDate: '2021-03-16' }, today)).toEqual({})
  })
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
  // A tractor draws more than it weighs, and carries nothing itself.
  {
    ...{ plateNum: '冀A83P26', vehicleType: '重型半挂牵引车', passengersNum: '3人', loadQuality: '--' },
    ...{ totalQuality: '25000kg', prepareQuality: '8805kg', tractionQuality: '39000kg' },
  },
  // A trailer has neither people nor traction.
  {
    ...{ plateNum: '冀A1234挂', vehicleType: '重型仓栅式半挂车', passengersNum: '--', tractionQuality: '--' },
    ...{ totalQuality: '40000kg', prepareQuality: '6800kg', loadQuality: '33200kg' },
  },
  // The parts are rounded by themselves.
  { totalQuality: '4495kg', prepareQuality: '2800kg', loadQuality: '1700kg' },
  { vehicleType: '中型普通货车', totalQuality: '4300kg', overallSize: '6400×2200×2600mm' },
  { vehicleType: '重型半挂牵引车', totalQuality: '9050kg' },
  { vehicleType: '大型普通客车', passengersNum: '49人' },
  { vehicleType: '小型专用校车', passengersNum: '19人' },
  ...Object.values({ CAR, TRUCK, ELECTRIC, VAN }),
])('nothing is wrong with %j', (license) => {
  expect(review(license)).toEqual({})
})

test('a license becomes text in the order of the table', () => {
  expect(describeLicense({ owner: '王小样', plateNum: '粤B5K7T9' })).toBe('号牌号码: 粤B5K7T9\n所有人: 王小样')
})

test('every field of the table has a key of its own', () => {
  expect(new Set(FIELDS.map(({ key }) => key)).size).toBe(FIELDS.length)
})
