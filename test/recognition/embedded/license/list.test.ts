import { type FieldKey, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { findSigns } from '../../../../recognition/engines/embedded/license/extract'
import { isColumn, mayBeList, readList } from '../../../../recognition/engines/embedded/license/list'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { endOf, write } from '../made-up'
import { DUPLICATE_VALUES, MAIN_VALUES, print } from './print'

type Values = Partial<Record<FieldKey, string>>

/** Rows of labels and values on a screen; what has no label of ours, too. */
const ROWS: readonly (readonly [label: string, value: string])[] = [
  ['状态', '正常'],
  ...FIELDS.flatMap(({ key, label }) => {
    const value = (MAIN_VALUES as Values)[key]
    return value === undefined ? [] : [[label.zh, value] as const]
  }),
  ['检验有效期止', '2027-07-31'],
  ['强制报废期止', '2033-07-06'],
  ['能源种类', '汽油'],
  ['生成时间', '2026-01-02'],
]

const read = (lines: readonly Line[]): Record<string, string> | undefined => {
  const signs = findSigns(lines, FIELDS)
  if (!mayBeList(signs)) return undefined
  return Object.fromEntries(Array.from(readList(signs).sheet.readings, ([{ key }, { text }]) => [key, text]))
}

test.each<[string, Line[]]>([
  ['beside their labels', ROWS.flatMap(([label, value], i) => [write(label, 60, 60 * i), write(value, 300, 60 * i)])],
  [
    'flush right',
    ROWS.flatMap(([label, value], i) => [write(label, 60, 60 * i), write(value, 900 - endOf(0, value), 60 * i)]),
  ],
  ['in one line with them', ROWS.map(([label, value], i) => write(`${label}：${value}`, 60, 60 * i))],
  ['below them', ROWS.flatMap(([label, value], i) => [write(label, 60, 110 * i), write(value, 60, 110 * i + 44)])],
  [
    'below them, in two columns',
    ROWS.flatMap(([label, value], i) => {
      const [x, y] = [60 + 700 * (i % 2), 130 * Math.floor(i / 2)]
      return [write(label, x, y), write(value, x, y + 44)]
    }),
  ],
])('values that stand %s are read', (_, lines) => {
  expect(read(lines)).toEqual(MAIN_VALUES)
})

test('a value goes on in the next line', () => {
  const lines = ROWS.flatMap(([label, value], i) => {
    const y = 90 * i
    if (value !== MAIN_VALUES.addr) return [write(label, 60, y), write(value, 300, y)]
    return [write(label, 60, y), write(value.slice(0, 6), 300, y), write(value.slice(6), 300, y + 36)]
  })
  expect(read(lines)).toEqual(MAIN_VALUES)
})

test('neither page of a form is a list, nor are a few labels', () => {
  expect(isColumn(findSigns(print(MAIN_VALUES), FIELDS))).toBe(false)
  expect(isColumn(findSigns(print(DUPLICATE_VALUES), FIELDS))).toBe(false)
  const few = ROWS.slice(1, 7).map(([label, value], i) => write(`${label}：${value}`, 60, 60 * i))
  expect(mayBeList(findSigns(few, FIELDS))).toBe(false)
})
