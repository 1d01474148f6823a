import { kindOf } from '../../miniprogram/components/field-editor/kinds'

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
