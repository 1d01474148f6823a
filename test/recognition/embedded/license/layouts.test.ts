import { quadOf } from '../../../../miniprogram/image/quad'
import { boundsOf } from '../../../../miniprogram/image/rect'
import { FIELDS, type FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { extract } from '../../../../recognition/engines/embedded/license/extract'
import type { Layout } from '../../../../recognition/engines/embedded/license/layouts'
import { CURRENT } from '../../../../recognition/engines/embedded/license/layouts/current'
import { FORMER } from '../../../../recognition/engines/embedded/license/layouts/former'
import { PLAIN } from '../../../../recognition/engines/embedded/license/layouts/plain'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { write } from '../made-up'
import { DUPLICATE_VALUES, MAIN_VALUES, placesOf, print, PX_A_MM, valuesOf } from './print'

const FORMS: readonly (readonly [string, readonly Layout[]])[] = [
  ['current', CURRENT],
  ['former', FORMER],
  ['plain', PLAIN],
]

test.each(FORMS)('the %s form is recognized by its labels', (name, layouts) => {
  const places = placesOf(layouts)
  const lines = print(MAIN_VALUES, { places })
  expect(valuesOf(lines)).toEqual(MAIN_VALUES)
  expect(extract(lines, FIELDS).map(({ layout }) => layout.name)).toEqual([name])
})

test('the duplicate page of the current form has no title, and its values may be offset upwards', () => {
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

test('a form may have its own wording of a label', () => {
  const places = placesOf(FORMER)
  const { x, y } = places.registerDate ?? { x: 0, y: 0 }
  const at = (text: string, right: number) => write(text, 100 + (x + right) * PX_A_MM, 85 + y * PX_A_MM)
  const lines = print({ ...MAIN_VALUES, registerDate: '' }, { places, without: ['registerDate'] })
  expect(valuesOf([...lines, at('注册登记日期', 0), at(MAIN_VALUES.registerDate, 13)])).toEqual(MAIN_VALUES)
})

test('joins the characters of a widely spaced label, each detected as a line', () => {
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

test('misread English under a label is not a value of the label before it', () => {
  const places = placesOf(CURRENT)
  const { x, y } = places.vehicleType ?? { x: 0, y: 0 }
  const english = write('Vail Typ.', 100 + x * PX_A_MM, 85 + (y + 2) * PX_A_MM)
  expect(valuesOf([...print(MAIN_VALUES, { places }), english])).toEqual(MAIN_VALUES)
})

/** A line whose box begins so many mm before its text: what stands there was not read. */
function widened(line: Line, mm: number): Line {
  const { left, right, top, bottom } = boundsOf(line.box)
  const from = left - mm * PX_A_MM
  const share = (left - from) / (right - from)
  const steps = line.steps.map((step) => ({ ...step, at: share + step.at * (1 - share) }))
  return { box: quadOf({ left: from, right, top, bottom }), steps }
}

describe('a line that includes a label that was not read', () => {
  const places = placesOf(CURRENT)
  const at = (key: FieldKey, text: string, right: number): Line => {
    const { x, y } = places[key] ?? { x: 0, y: 0 }
    return write(text, 100 + (x + right) * PX_A_MM, 85 + y * PX_A_MM)
  }

  test('keeps its value', () => {
    const lines = print({ ...MAIN_VALUES, plateNum: '' }, { places, without: ['plateNum'] })
    expect(valuesOf([...lines, widened(at('plateNum', MAIN_VALUES.plateNum, 12), 13)])).toEqual(MAIN_VALUES)
  })

  test('and two dates is two dates', () => {
    const without: FieldKey[] = ['registerDate', 'issueDate']
    const lines = print({ ...MAIN_VALUES, registerDate: '', issueDate: '' }, { places, without })
    const dates = at('registerDate', `2018-07-06${'\u3000'.repeat(6)}2021-03-15`, 11)
    const read = { ...dates, steps: dates.steps.filter(({ candidates }) => candidates[0]?.text !== '\u3000') }
    expect(valuesOf([...lines, widened(read, 11)])).toEqual(MAIN_VALUES)
  })
})

test('a seal that lacks a character inside has a low confidence', () => {
  const seal = (rows: readonly string[]): Line[] =>
    rows.map((text, i) => {
      const line = write(text, 100 + 4 * PX_A_MM, 100 + (41 + 6 * i) * PX_A_MM)
      return { ...line, steps: line.steps.filter(({ candidates }) => candidates[0]?.text !== '\u3000') }
    })
  const valid = (...rows: string[]): boolean | undefined => {
    const lines = [...print(MAIN_VALUES, { places: placesOf(CURRENT) }), ...seal(rows)]
    const [sheet] = extract(lines, FIELDS)
    return [...(sheet?.readings ?? [])].find(([{ key }]) => key === 'issueAuthority')?.[1].decoding.valid
  }
  expect(valid('湖南省样例', '市公安局交', '通警察支队')).toBe(true)
  expect(valid('湖南省\u3000例', '市公安局交', '通警察支队')).toBe(false)
})
