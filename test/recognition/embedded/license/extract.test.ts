import { checkText } from '../../../../miniprogram/vehicle-license/checks'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { type Field, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { extract } from '../../../../recognition/engines/embedded/license/extract'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { endOf, write } from '../made-up'

const ROW = 78

function valuesOf(lines: readonly Line[], fields: readonly Field[] = FIELDS): Record<string, string> {
  return Object.fromEntries(readingsOf(lines, fields).map(([{ key }, { text }]) => [key, text]))
}

const LABELS = new Set<string>(FIELDS.map(({ label }) => label.zh))

/** Rows of labels and values at given places, 78 px apart; `shift`: px by which the values stand lower. */
function rows(x: number, y: number, cells: readonly (readonly string[])[], shift = 0): Line[] {
  return cells.flatMap((row, i) =>
    row.flatMap((text, k) =>
      text === '' ? [] : [write(text, x + k * 260, y + i * ROW + (LABELS.has(text) ? 0 : shift))],
    ),
  )
}

const MAIN = [
  ['号牌号码', '粤B5K7T9', '车辆类型', '小型轿车'],
  ['所有人', '王小样'],
  ['住址', '广东省样例市测试路168号'],
  ['', '使用性质', '非营运', '品牌型号', 'YL7153'],
  ['', '车辆识别代号', 'LXXAB23E4H4067385'],
  ['', '发动机号码', 'YL4G15T'],
  ['', '注册日期', '2018-07-06', '发证日期', '2021-03-15'],
]
const MAIN_VALUES = {
  plateNum: '粤B5K7T9',
  vehicleType: '小型轿车',
  owner: '王小样',
  addr: '广东省样例市测试路168号',
  useCharacter: '非营运',
  model: 'YL7153',
  vin: 'LXXAB23E4H4067385',
  engineNum: 'YL4G15T',
  registerDate: '2018-07-06',
  issueDate: '2021-03-15',
}
const DUPLICATE = [
  ['号牌号码', '粤B12345', '档案编号', '440300672915'],
  ['核定载人数', '5人', '总质量', '1735kg'],
  ['整备质量', '1298kg', '核定载质量', '--'],
  ['备注', '--'],
]
const DUPLICATE_VALUES = {
  plateNumB: '粤B12345',
  record: '440300672915',
  passengersNum: '5人',
  totalQuality: '1735kg',
  prepareQuality: '1298kg',
  loadQuality: '--',
  remark: '--',
}

test('one page alone has its fields and no others', () => {
  expect(valuesOf(rows(100, 200, MAIN))).toEqual(MAIN_VALUES)
  expect(valuesOf(rows(100, 200, DUPLICATE))).toEqual(DUPLICATE_VALUES)
})

test.each([
  ['the main page above', rows(100, 200, MAIN), rows(100, 950, DUPLICATE)],
  ['the duplicate page above', rows(100, 800, MAIN), rows(100, 200, DUPLICATE)],
  ['side by side', rows(100, 200, MAIN), rows(1600, 200, DUPLICATE)],
  ['side by side, the duplicate page first', rows(1600, 200, MAIN), rows(100, 190, DUPLICATE)],
])('two pages in one picture: %s', (_, main, duplicate) => {
  expect(valuesOf([...main, ...duplicate])).toEqual({ ...MAIN_VALUES, ...DUPLICATE_VALUES })
  expect(Array.from(extract([...main, ...duplicate], FIELDS).pages.keys()).sort()).toEqual(['duplicate', 'main'])
})

test('a label and its value may come as one line, and so may two pairs', () => {
  const lines = [
    write('号牌号码粤B12345', 100, 200),
    write('档案编号:440300672915', 700, 200),
    write('核定载人数5人总质量1735kg', 100, 278),
  ]
  const { plateNumB, record, passengersNum, totalQuality } = DUPLICATE_VALUES
  expect(valuesOf(lines)).toEqual({ plateNumB, record, passengersNum, totalQuality })
})

test('the English under a label changes nothing, and stands in for a label that was not read', () => {
  const english = [
    write('Plate No.', 100, 228, 0.9, 18),
    write('Ow ner', 100, 306, 0.9, 18),
    write('Address', 100, 384, 0.9, 18),
    write('ICLE TY', 640, 228, 0.9, 18),
  ]
  expect(valuesOf([...rows(100, 200, MAIN), ...english])).toEqual(MAIN_VALUES)
  const unread = MAIN.map((row) => row.map((text) => (text === '住址' ? '' : text)))
  expect(valuesOf([...rows(100, 200, unread), ...english])).toEqual(MAIN_VALUES)
})

test('an address runs over three lines', () => {
  const lines = rows(100, 200, [...MAIN.slice(0, 2), ['住址'], ...MAIN.slice(3)])
  const address = ['广东省样例市', '示例区测试路', '168号'].map((text, i) => write(text, 360, 332 + i * 27, 0.99, 24))
  expect(valuesOf([...lines, ...address])).toEqual({ ...MAIN_VALUES, addr: '广东省样例市示例区测试路168号' })
})

test.each([-28, 28])('print that stands %d px lower than the form still finds its labels', (shift) => {
  expect(valuesOf(rows(100, 200, MAIN, shift))).toEqual(MAIN_VALUES)
})

test('the seal names the authority, though no label does; part of a seal names nobody', () => {
  const seal = ['样例省样', '例市公安', '局交通警', '察支队'].map((text, i) => write(text, 120, 440 + i * 52, 0.9, 46))
  const page = rows(100, 200, MAIN)
  expect(valuesOf([...page, ...seal]).issueAuthority).toBe('样例省样例市公安局交通警察支队')
  expect(valuesOf([...page, ...seal.slice(0, 3)]).issueAuthority).toBeUndefined()
})

test('titles are no values', () => {
  const titles = [
    write('中华人民共和国机动车行驶证', 400, 100),
    write("Vehicle License of the People's Republic of China", 400, 150, 0.9, 20),
  ]
  expect(valuesOf([...titles, ...rows(100, 200, MAIN)])).toEqual(MAIN_VALUES)
})

test('a field added to the table is found by its label', () => {
  const added: Field = {
    key: 'emission',
    label: { zh: '排放标准', en: 'Emission Standard' },
    page: 'duplicate',
    kind: 'text',
    check: checkText,
  }
  const lines = [...rows(100, 200, DUPLICATE), ...rows(100, 200 + DUPLICATE.length * ROW, [['排放标准', '国六']])]
  expect(valuesOf(lines, [...FIELDS, added])).toEqual({ ...DUPLICATE_VALUES, emission: '国六' })
})

test('the confidence of a value is that of all its characters together, its box around it alone', () => {
  const lines = [...rows(100, 200, MAIN.slice(1)), write('号牌号码粤B5K7T9', 100, 122, 0.9)]
  const { readings } = extract(lines, FIELDS)
  const [, reading] = Array.from(readings).find(([{ key }]) => key === 'plateNum') ?? []
  expect(reading?.confidence).toBeCloseTo(0.9 ** 7)
  expect(reading?.box[0].x).toBeCloseTo(endOf(100, '号牌号码'))
  expect(reading?.box[1].x).toBeCloseTo(endOf(100, '号牌号码粤B5K7T9'))
})

test('a label without a value is told, with the place where the value would be', () => {
  const { blanks } = extract(rows(100, 200, [...DUPLICATE.slice(0, 3), ['备注']]), FIELDS)
  expect(blanks.map(({ field }) => field.key)).toEqual(['remark'])
  expect(blanks[0]?.place.left).toBeGreaterThan(endOf(100, '备注'))
})

test.each([
  ['nothing', []],
  [
    'a receipt',
    rows(100, 200, [
      ['日期', '2026-03-08'],
      ['合计', '55.10'],
      ['所有人', '王小样'],
    ]),
  ],
])('%s is not a license', (_, lines) => {
  expect(() => extract(lines, FIELDS)).toThrow(new RecognitionError('NOT_A_LICENSE'))
})
