import { FIRST_DAY, kindOf, timeOf } from '../../miniprogram/components/field-editor/kinds'
import { dayOf } from '../../miniprogram/services/clock'

test.each([
  ['plateNum', 'code'],
  ['vin', 'code'],
  ['registerDate', 'date'],
  ['totalQuality', 'number'],
  ['vehicleType', 'words'],
  ['useCharacter', 'words'],
  ['addr', 'text'],
  ['passengersNum', 'text'],
] as const)('%s has the %s editor', (key, editor) => {
  expect(kindOf(key).editor).toBe(editor)
})

test('a date goes through the picker unchanged', () => {
  const today = new Date(2026, 0, 1).getTime()
  expect(dayOf(timeOf('2018-07-06', today))).toBe('2018-07-06')
  expect(timeOf('no date', today)).toBe(today)
  expect(timeOf('2099-01-01', today)).toBe(today)
  expect(timeOf('1900-01-01', today)).toBe(FIRST_DAY)
})
