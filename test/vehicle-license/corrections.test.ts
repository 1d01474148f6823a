import { checkVin, vinCheckDigit } from '../../miniprogram/vehicle-license/checks'
import { corrections } from '../../miniprogram/vehicle-license/corrections'
import { FIELDS, type FieldKey, type VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { review } from '../../miniprogram/vehicle-license/review'
import { CAR, ELECTRIC, TRUCK, VAN } from '../../scripts/samples/licenses'

const today = new Date('2024-05-01T12:00:00+08:00')

test('offers nothing where nothing is wrong', () => {
  for (const license of [CAR, TRUCK, ELECTRIC, VAN])
    for (const { key } of FIELDS) expect(corrections(key, license, today)).toEqual([])
})

describe('a VIN', () => {
  const RIGHT = 'LXXAB23E4H4067385'

  test('is right, so that what follows are misreadings of it', () => {
    expect(checkVin(RIGHT)).toBeUndefined()
  })

  test.each([
    ...['LXXA823E4H4067385', 'LXXABZ3E4H4067385', 'LXXAB28E4H4067385', 'LXXAB23E4H40673B5', 'LXXAB23E4H406738S'],
    ...['LXXAB23E4H4O67385', 'LXXAB23F4H4067385', '1XXAB23E4H4067385', 'LXXAB23E4H40G7385'],
    // Of two that were misread, an O is never right; and one that is not tidy.
    ...['LXXAB23E4H4O6738S', 'lxxab23e4 h4067385'],
  ])('read as %s is offered first', (vin) => {
    expect(corrections('vin', { vin }, today)[0]).toBe(RIGHT)
  })

  test.each(['LXXAB32E4H4067385', 'LXXAB23E4HA067385'])(
    'with two exchanged or less alike, as %s, is offered',
    (vin) => {
      expect(corrections('vin', { vin }, today)).toContain(RIGHT)
    },
  )

  test('of which several readings have a right check digit: the one that looks most like it is first', () => {
    const offered = corrections('vin', { vin: 'LXXA823E4H4067385' }, today)
    expect(offered.length).toBeGreaterThan(1)
    expect(offered[0]).toBe(RIGHT)
    expect(offered.map(checkVin)).toEqual(offered.map(() => undefined))
  })

  test('never has an I, O or Q, even where its check digit stays wrong', () => {
    const vin = 'LXXAB23E4HQ0673T1'
    expect(corrections('vin', { vin }, today)).toContain('LXXAB23E4H00673T1')
  })

  test('has digits at its end: a letter there is no reading, though its check digit were right', () => {
    const lettered = 'LXX9B23E4H40673B5'
    expect(vinCheckDigit(lettered)).toBe('4')
    const offered = corrections('vin', { vin: 'LXX9B23E4H4067385' }, today)
    expect(offered.length).toBeGreaterThan(0)
    expect(offered).not.toContain(lettered)
  })

  test('of a wrong length is not guessed at', () => {
    expect(corrections('vin', { vin: 'LXXAB23E4H406738' }, today)).toEqual([])
  })

  test('from abroad has a check digit to go by only if it was registered since all must have one', () => {
    const vin = 'WXXA812C1A0000023'
    expect(corrections('vin', { vin, registerDate: '2006-07-06' }, today)).toEqual([])
    expect(corrections('vin', { vin, registerDate: '2018-07-06' }, today)[0]).toBe('WXXAB12C1A0000023')
  })
})

const CASES: readonly (readonly [FieldKey, VehicleLicense, offered: readonly string[]])[] = [
  ['plateNum', { plateNum: '粤B5K7TO' }, ['粤B5K7T0']],
  ['plateNum', { plateNum: '粤BO123I' }, ['粤B01231']],
  ['plateNum', { plateNum: '奥B5K7T9' }, ['粤B5K7T9']],
  ['plateNum', { plateNum: '冀A1234桂' }, ['冀A1234挂']],
  ['plateNum', { plateNum: 'B粤5K7T9' }, ['粤B5K7T9']],
  ['plateNum', { plateNum: '粤b·5k7t9' }, ['粤B5K7T9']],
  ['plateNum', { plateNum: '沪AD3861T' }, ['沪AD38617']],
  ['plateNum', { plateNum: '粤B12' }, []],
  // The pages disagree: the other page's, at either of them.
  ['plateNumB', { plateNum: '粤B5K7T9', plateNumB: '粤B5K7T8' }, ['粤B5K7T9']],
  ['plateNum', { plateNum: '粤B5K7T9', plateNumB: '粤B5K7T8' }, ['粤B5K7T8']],
  ['plateNumB', { plateNum: '粤B5K7T9', plateNumB: '粤B5KT79' }, ['粤B5K7T9']],
  ['plateNumB', { plateNum: '粤B5K7T9', plateNumB: '冀A83P26' }, []],
  ['registerDate', { registerDate: '2018-13-05' }, ['2018-05-13']],
  ['issueDate', { issueDate: '2081-07-06' }, ['2001-07-06', '2018-07-06']],
  ['vehicleType', { vehicleType: '小型轿年' }, ['小型轿车']],
  ['vehicleType', { vehicleType: '重型半桂牵引车' }, ['重型半挂牵引车']],
  ['vehicleType', { vehicleType: '王小样' }, []],
  ['useCharacter', { useCharacter: '非菅运' }, ['非营运']],
  ['totalQuality', { totalQuality: '1O5Okg' }, ['1050kg']],
  ['totalQuality', { totalQuality: '1g95kg' }, []],
  ['totalQuality', { totalQuality: '1995' }, ['1995kg']],
  ['passengersNum', { passengersNum: 'S人' }, ['5人']],
  ['overallSize', { overallSize: '4582×1795×14B8mm' }, ['4582×1795×1488mm']],
  ['record', { record: '44030067291S' }, ['440300672915']],
  // Which of two masses is misread, and where, nothing tells.
  ['prepareQuality', { totalQuality: '1735kg', prepareQuality: '7298kg' }, []],
  ['engineNum', { engineNum: 'YL4G15T628394' }, []],
]

test.each(CASES)('%s of %j: %j', (key, license, offered) => {
  const found = corrections(key, license, today)
  expect(found.slice(0, Math.max(1, offered.length))).toEqual(offered)
})

test('a plate that both pages bear is offered before what looks more alike', () => {
  expect(corrections('plateNum', { plateNum: '粤B5K7TO', plateNumB: '粤B5K7TD' }, today)[0]).toBe('粤B5K7TD')
})

test('a day that does not exist becomes one after the registration and not in the future', () => {
  const license = { registerDate: '2021-03-15', issueDate: '2021-02-30' }
  const offered = corrections('issueDate', license, today)
  expect(offered.length).toBeGreaterThan(0)
  for (const issueDate of offered) expect(review({ ...license, issueDate }, today)).toEqual({})
})

/** Every value with each of its characters replaced. */
const misreadings = (value: string): string[] =>
  Array.from(value).flatMap((_, i) => Array.from('0OIS8车', (c) => value.slice(0, i) + c + value.slice(i + 1)))

test.each(FIELDS.map(({ key }) => key))('%s: at most three, each once, none of them the value itself', (key) => {
  for (const value of misreadings(CAR[key] ?? '')) {
    const offered = corrections(key, { ...CAR, [key]: value }, today)
    expect(offered.length).toBeLessThanOrEqual(3)
    expect(new Set(offered).size).toBe(offered.length)
    expect(offered).not.toContain(value)
  }
})
