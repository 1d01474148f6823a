import { FIELDS, type FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { extract } from '../../../../recognition/engines/embedded/license/extract'
import type { Layout } from '../../../../recognition/engines/embedded/license/layouts'
import { CURRENT } from '../../../../recognition/engines/embedded/license/layouts/current'
import { FORMER } from '../../../../recognition/engines/embedded/license/layouts/former'
import { PLAIN } from '../../../../recognition/engines/embedded/license/layouts/plain'
import { write } from '../made-up'
import { DUPLICATE_VALUES, MAIN_VALUES, placesOf, print, PX_A_MM, valuesOf } from './print'

const FORMS: readonly (readonly [string, readonly Layout[]])[] = [
  ['current', CURRENT],
  ['former', FORMER],
  ['plain', PLAIN],
]

test.each(FORMS)('the %s form is told by its labels, and read', (name, layouts) => {
  const places = placesOf(layouts)
  const lines = print(MAIN_VALUES, { places })
  expect(valuesOf(lines)).toEqual(MAIN_VALUES)
  expect(extract(lines, FIELDS).map(({ layout }) => layout.name)).toEqual([name])
})

test('the duplicate page of the current form has no title, and values that stand higher than their labels', () => {
  const lines = print(DUPLICATE_VALUES, { places: placesOf(CURRENT), shift: -19 })
  expect(valuesOf(lines)).toEqual(DUPLICATE_VALUES)
})

test.each<[FieldKey, number, number]>([
  ['useCharacter', 30, 6.5],
  ['model', -20, 3.2],
])('a label that stands where no form has it is believed there: %s, %d mm off', (key, right, lower) => {
  const places = placesOf(CURRENT)
  const { x, y } = places[key] ?? { x: 0, y: 0 }
  // Between the rows of the form: no other label stands in its row.
  const moved = { ...places, [key]: { x: x + right, y: y + lower } }
  const values = { ...MAIN_VALUES, vin: '' }
  const lines = print(values, { places: moved, without: key === 'useCharacter' ? ['vin'] : [] })
  expect(valuesOf(lines)[key]).toBe(MAIN_VALUES[key as keyof typeof MAIN_VALUES])
})

test('a label that a form words otherwise is that label', () => {
  const places = placesOf(FORMER)
  const { x, y } = places.registerDate ?? { x: 0, y: 0 }
  const at = (text: string, right: number) => write(text, 100 + (x + right) * PX_A_MM, 85 + y * PX_A_MM)
  const lines = print({ ...MAIN_VALUES, registerDate: '' }, { places, without: ['registerDate'] })
  expect(valuesOf([...lines, at('注册登记日期', 0), at(MAIN_VALUES.registerDate, 13)])).toEqual(MAIN_VALUES)
})

test('the characters of a label that is spread wide are one label, though each is a line', () => {
  const places = placesOf(CURRENT)
  const { x, y } = places.addr ?? { x: 0, y: 0 }
  const at = (text: string, right: number) => write(text, 100 + (x + right) * PX_A_MM, 85 + y * PX_A_MM)
  const lines = print({ ...MAIN_VALUES, addr: '' }, { places, without: ['addr'] })
  // The box of the value begins in that of the label.
  const spread = [at('住', 0), at('址', 7.6), at(MAIN_VALUES.addr, 9.2)]
  expect(valuesOf([...lines, ...spread])).toEqual(MAIN_VALUES)
  expect(extract([...lines, ...spread], FIELDS)[0]?.labels).toContainEqual(
    expect.objectContaining({ field: expect.objectContaining({ key: 'addr' }) as unknown, found: 'zh' }),
  )
})

test('what was made of English under a label is no value of the label before it', () => {
  const places = placesOf(CURRENT)
  const { x, y } = places.vehicleType ?? { x: 0, y: 0 }
  const english = write('Vail Typ.', 100 + x * PX_A_MM, 85 + (y + 2) * PX_A_MM)
  expect(valuesOf([...print(MAIN_VALUES, { places }), english])).toEqual(MAIN_VALUES)
})
