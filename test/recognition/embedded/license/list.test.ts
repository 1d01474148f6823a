import { type FieldKey, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { findSigns } from '../../../../recognition/engines/embedded/license/extract'
import { isColumn, mayBeList, readList, hasListOnlyLabel } from '../../../../recognition/engines/embedded/license/list'
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

test('a value continues on the next line', () => {
  const lines = ROWS.flatMap(([label, value], i) => {
    const y = 90 * i
    if (value !== MAIN_VALUES.addr) return [write(label, 60, y), write(value, 300, y)]
    return [write(label, 60, y), write(value.slice(0, 6), 300, y), write(value.slice(6), 300, y + 36)]
  })
  expect(read(lines)).toEqual(MAIN_VALUES)
})

test.each([2, 3])('a value of %d lines with its label vertically centered', (count) => {
  const { addr } = MAIN_VALUES
  const long = Math.ceil(addr.length / count)
  const lines = ROWS.flatMap(([label, value], i) => {
    const y = 140 * i
    if (value !== addr) return [write(label, 60, y), write(value, 300, y)]
    const parts = Array.from({ length: count }, (_, row) => addr.slice(row * long, (row + 1) * long))
    return [write(label, 60, y), ...parts.map((part, row) => write(part, 300, y + 36 * (row - (count - 1) / 2)))]
  })
  expect(read(lines)).toEqual(MAIN_VALUES)
})

test('the pages of a form, or a few labels, are no list', () => {
  expect(isColumn(findSigns(print(MAIN_VALUES), FIELDS))).toBe(false)
  expect(isColumn(findSigns(print(DUPLICATE_VALUES), FIELDS))).toBe(false)
  const few = ROWS.slice(1, 7).map(([label, value], i) => write(`${label}：${value}`, 60, 60 * i))
  expect(mayBeList(findSigns(few, FIELDS))).toBe(false)
})

/** Rows of labels, and of values beside or below them; '' for none. */
type Rows = readonly (readonly [label: string, value: string])[]

const beside = (rows: Rows, pitch = 60): Line[] =>
  rows.flatMap(([label, value], i) => [
    write(label, 60, pitch * i),
    ...(value === '' ? [] : [write(value, 300, pitch * i)]),
  ])
const below = (rows: Rows): Line[] =>
  rows.flatMap(([label, value], i) => [
    write(label, 60, 110 * i),
    ...(value === '' ? [] : [write(value, 60, 110 * i + 44)]),
  ])
const reworded = (label: string, wording: string): Rows =>
  ROWS.map(([own, value]) => [own === label ? wording : own, value])
/** The rows with one more behind the row of this label. */
const withRow = (behind: string, label: string, value: string): Rows =>
  ROWS.flatMap((row) => (row[0] === behind ? [row, [label, value] as const] : [row]))

test.each([
  ['号牌号码', '车牌号码'],
  ['号牌号码', '车牌号'],
  ['所有人', '机动车所有人'],
  ['车辆识别代号', '车架号'],
  ['车辆识别代号', '车架号码'],
  ['车辆识别代号', '车辆识别代码'],
  ['车辆识别代号', 'VIN'],
  ['发动机号码', '发动机号'],
  ['使用性质', '车辆使用性质'],
  ['品牌型号', '厂牌型号'],
])('a list may word %s as %s', (label, wording) => {
  expect(read(beside(reworded(label, wording)))).toEqual(MAIN_VALUES)
  expect(read(below(reworded(label, wording)))).toEqual(MAIN_VALUES)
})

test.each(['核定载客', '核定载客数', '核载人数', '核定载人数'])('%s is a label of the passenger count', (wording) => {
  expect(read(beside([...ROWS, [wording, '5人']]))?.passengersNum).toBe('5人')
})

test('a label that only lists have makes a list', () => {
  const tells = (lines: readonly Line[]): boolean => hasListOnlyLabel(findSigns(lines, FIELDS))
  for (const label of ['状态', '车身颜色', '能源种类', '号牌种类', '检验有效期止', '更新时间']) {
    expect(tells([...print(MAIN_VALUES), write(label, 60, 1200)])).toBe(true)
  }
  expect(tells(print(MAIN_VALUES))).toBe(false)
  expect(tells(print({ ...DUPLICATE_VALUES, remark: '强制报废期止:2033-07-06' }))).toBe(false)
})

test('short text in the column of the labels is no value', () => {
  expect(read(beside(withRow('住址', '环保等级', '国六'), 40))).toEqual(MAIN_VALUES)
  expect(read(beside(withRow('品牌型号', '国产进口：', '国产')))).toEqual(MAIN_VALUES)
})

test('in the column of the values it continues the value', () => {
  const rows = ROWS.map(([label, value]) => [label, label === '住址' ? '广东省样例市' : value] as const)
  const y = 90 * rows.findIndex(([label]) => label === '住址') + 36
  expect(read([...beside(rows, 90), write('测试小区', 300, y)])?.addr).toBe('广东省样例市测试小区')
})

describe('a label within a remark', () => {
  const told = '强制报废期止:2033-07-06'

  test('is the remark’s value beside and right below its label', () => {
    const rows = ROWS.filter(([label]) => label !== '强制报废期止')
    expect(read(beside([...rows, ['备注', told]]))).toEqual({ ...MAIN_VALUES, remark: told })
    expect(read(below([...rows, ['备注', told]]))).toEqual({ ...MAIN_VALUES, remark: told })
  })

  test('is a label farther below it', () => {
    const lines = [...below([...ROWS, ['备注', '']]), write(told, 60, 110 * ROWS.length + 30 + 40)]
    expect(read(lines)).toEqual(MAIN_VALUES)
  })

  test('is a label below it in a list whose values stand beside their labels', () => {
    const lines = [...beside([...ROWS, ['备注', '']]), write('强制报废期止', 60, 60 * ROWS.length + 40)]
    expect(read(lines)).toEqual(MAIN_VALUES)
  })
})

describe('a value in two pieces of one row', () => {
  const { addr } = MAIN_VALUES
  const rows = ROWS.map(([label, value]) => [label, value === addr ? '' : value] as const)
  const row = rows.findIndex(([label]) => label === '住址')

  test('that overlap by a character has it once', () => {
    const [first, second] = [
      write(addr.slice(0, 7), 300, 60 * row),
      write(addr.slice(6), endOf(300, addr.slice(0, 6)), 60 * row),
    ]
    expect(read([...beside(rows), first, second])).toEqual(MAIN_VALUES)
  })

  test('continues below its label, with nothing above', () => {
    const y = 110 * row + 44
    const pieces = (apart: number): Line[] => [
      write(addr.slice(0, 6), 60, y),
      write(addr.slice(6), endOf(60, addr.slice(0, 6)) + apart, y),
    ]
    expect(read([...below(rows), ...pieces(15)])).toEqual(MAIN_VALUES)
    expect(read([...below(rows), ...pieces(60)])).toEqual({ ...MAIN_VALUES, addr: addr.slice(0, 6) })
  })

  test('does not continue after a wide gap', () => {
    const far = write('返回', endOf(300, addr) + 90, 60 * row)
    expect(read([...beside(ROWS), far])).toEqual(MAIN_VALUES)
  })
})

test('an authority ends before the next heading', () => {
  const issueAuthority = '湖南省长沙市公安局交通警察支队'
  const rows = [...ROWS, ['发证机关', issueAuthority] as const]
  const heading = write('行驶证副页', 60, 110 * (rows.length - 1) + 44 + 40)
  expect(read([...below(rows), heading])).toEqual({ ...MAIN_VALUES, issueAuthority })
})

describe('the search area for dashes', () => {
  const blanksOf = (lines: readonly Line[]) => readList(findSigns(lines, FIELDS)).blanks
  const rows: Rows = [...ROWS, ['核定载质量', ''], ['档案编号', '']]

  test('is beside the label, up to the edge of the list', () => {
    const y = 60 * ROWS.length
    const [blank, another] = blanksOf(beside(rows))
    const edge = endOf(300, MAIN_VALUES.vin)
    expect(blank?.field.key).toBe('loadQuality')
    expect(blank?.place.left).toBeCloseTo(endOf(60, '核定载质量'), -1)
    expect(blank?.place).toMatchObject({ right: edge, top: y, bottom: y + 30 })
    // A file number is on every license.
    expect(another).toBeUndefined()
  })

  test('is right below it where values are', () => {
    const y = 110 * ROWS.length
    const [blank] = blanksOf(below(rows))
    expect(blank?.place.left).toBeLessThan(60)
    expect(blank?.place.right).toBeLessThan(300)
    expect(blank?.place.top).toBeCloseTo(y + 30, -1)
    expect(blank?.place.bottom).toBeGreaterThan(y + 60)
  })

  test('is empty if every value was read', () => {
    expect(blanksOf(beside(ROWS))).toEqual([])
  })
})
