import { quadOf } from '../../../../miniprogram/image/quad'
import { boundsOf } from '../../../../miniprogram/image/rect'
import { checkText } from '../../../../miniprogram/vehicle-license/checks'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { type Field, type FieldKey, FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { confidenceOf } from '../../../../recognition/engines/embedded/license/confidence'
import { extract } from '../../../../recognition/engines/embedded/license/extract'
import { boxOf } from '../../../../recognition/engines/embedded/license/read-value'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { endOf, write } from '../made-up'
import { DUPLICATE_VALUES, LABEL_PLACES, MAIN_VALUES, type Print, print, PX_A_MM, readingsOf, valuesOf } from './print'

/** A line of which the first so many characters are red. */
const colored = (line: Line, red: number): Line => ({
  ...line,
  // Two steps a character.
  steps: line.steps.map((step, i) => ({ ...step, ink: { all: 20, red: i < 2 * red ? 20 : 0 } })),
})

test('a single page has only its own fields', () => {
  expect(valuesOf(print(MAIN_VALUES))).toEqual(MAIN_VALUES)
  expect(valuesOf(print(DUPLICATE_VALUES))).toEqual(DUPLICATE_VALUES)
})

test.each<[string, Print, Print]>([
  ['the main page above', { y: 100 }, { y: 900 }],
  ['the duplicate page above', { y: 900 }, { y: 100 }],
  ['side by side', { x: 100 }, { x: 1300 }],
  ['side by side, the duplicate page first', { x: 1300 }, { x: 100, y: 80 }],
])('two pages in one picture: %s', (_, main, duplicate) => {
  const lines = [...print(MAIN_VALUES, main), ...print(DUPLICATE_VALUES, duplicate)]
  expect(valuesOf(lines)).toEqual({ ...MAIN_VALUES, ...DUPLICATE_VALUES })
  expect(extract(lines, FIELDS).map(({ page }) => page)).toEqual(['main', 'duplicate'])
})

test('reads a slightly rotated page, and returns its transform', () => {
  const turned = print(MAIN_VALUES).map((line): Line => {
    const [a, b, c, d] = line.box.map(({ x, y }) => ({ x: x - 0.15 * y, y: y + 0.15 * x }))
    return a && b && c && d ? { ...line, box: [a, b, c, d] } : line
  })
  expect(valuesOf(turned)).toEqual(MAIN_VALUES)
})

test('a label and its value may come as one line', () => {
  const { plateNumB, record, passengersNum, totalQuality, ...others } = DUPLICATE_VALUES
  const joined = [
    write(`号牌号码${plateNumB}`, 148, 200),
    write(`档案编号:${record}`, 640, 200),
    write(`核定载人数 ${passengersNum}`, 148, 278),
    write(`总质量${totalQuality}`, 640, 278),
  ]
  expect(valuesOf([...joined, ...print(others)])).toMatchObject({ plateNumB, record, passengersNum, totalQuality })
})

test('dedupes a character that is in the boxes of two lines', () => {
  const value = '云岭牌YL7153'
  const others = print({ ...MAIN_VALUES, model: '' }, { without: ['model'] })
  const left = 748
  const label = write(`品牌型号${value.slice(0, 1)}`, left, 482)
  expect(valuesOf([...others, label, write(value, endOf(left, '品牌型号'), 482)]).model).toBe(value)
  const twice = `云${value}`
  expect(valuesOf([...others, label, write(value, endOf(left, '品牌型号云'), 482)]).model).toBe(twice)
})

test('drops a partial character at the edge of a label box', () => {
  const value = '样例牌YL7153'
  const others = print({ ...MAIN_VALUES, model: '' }, { without: ['model'] })
  // Its box ends in the middle of 样.
  const [label, wood] = [write('品牌型号', 748, 482), write('木', endOf(748, '品牌型号'), 482, 0.5)]
  const begins = endOf(748, '品牌型号') + 11
  expect(valuesOf([...others, label, wood, write(value, begins, 482)]).model).toBe(value)
})

test('keeps equal characters in two rows', () => {
  const [x, y] = [100 + 17 * PX_A_MM, 100 + 26.1 * PX_A_MM - 15]
  const rows = [write('云', x, y - 10), write('云岭路8号', x, y + 26)]
  expect(valuesOf([...print({ ...MAIN_VALUES, addr: '' }), ...rows]).addr).toBe('云云岭路8号')
})

test.each<FieldKey[]>([['owner'], ['vin', 'issueDate'], ['addr', 'useCharacter', 'model']])(
  'labels that were not read at all are known from the others: %s, %s, %s',
  (...without) => {
    expect(valuesOf(print(MAIN_VALUES, { without }))).toEqual(MAIN_VALUES)
  },
)

test('a misread label is not part of a value', () => {
  const garbled = [write('仕址', 148, 398), write('型号', 748, 482)]
  expect(valuesOf([...print(MAIN_VALUES, { without: ['addr', 'model'] }), ...garbled])).toEqual(MAIN_VALUES)
})

test('locates a page by its title and values when labels are illegible', () => {
  const keys = FIELDS.map(({ key }) => key)
  const lines = [write('中华人民共和国机动车行驶证', 474, 150), ...print(MAIN_VALUES, { without: keys })]
  expect(valuesOf(lines)).toEqual(MAIN_VALUES)
})

test('an address may wrap to three lines', () => {
  const lines = print({ ...MAIN_VALUES, addr: '' })
  const address = ['广东省样例市', '示例区测试路', '168号'].map((text, i) => write(text, 304, 380 + i * 27, 0.99, 24))
  expect(valuesOf([...lines, ...address])).toEqual({ ...MAIN_VALUES, addr: '广东省样例市示例区测试路168号' })
})

test.each<FieldKey[]>([[], ['vin']])('the second line of a value does not go to the row below: %s', (...without) => {
  const lines = print({ ...MAIN_VALUES, model: '' }, { without })
  const [x, y] = [100 + 66 * PX_A_MM, 100 + 33.1 * PX_A_MM - 15]
  const model = ['云岭牌', 'YL7153'].map((text, i) => write(text, x, y + i * 44))
  expect(valuesOf([...lines, ...model])).toEqual({ ...MAIN_VALUES, model: '云岭牌YL7153' })
})

test.each([-30, 30])('print offset by %d px still finds its labels', (shift) => {
  expect(valuesOf(print(MAIN_VALUES, { shift }))).toEqual(MAIN_VALUES)
})

test('reads the authority from a complete seal only', () => {
  const seal = ['样例省样', '例市公安', '局交通警', '察支队'].map((text, i) => write(text, 130, 500 + i * 52, 0.9, 46))
  expect(valuesOf([...print(MAIN_VALUES), ...seal]).issueAuthority).toBe('样例省样例市公安局交通警察支队')
  expect(valuesOf([...print(MAIN_VALUES), ...seal.slice(0, 3)]).issueAuthority).toBeUndefined()
})

test('corrects the common endings of authorities, and no others', () => {
  const seal = (...rows: string[]): Line[] => rows.map((text, i) => write(text, 130, 500 + i * 52, 0.6, 46))
  const read = (...rows: string[]) => valuesOf([...print(MAIN_VALUES), ...seal(...rows)]).issueAuthority
  expect(read('样例省样', '例市公安', '局交通警', '蔡支队')).toBe('样例省样例市公安局交通警察支队')
  expect(read('样例省样', '例市公安', '局车辆管', '理所')).toBe('样例省样例市公安局车辆管理所')
})

test('caps the confidence of an incomplete seal', () => {
  const valid = (...rows: string[]): boolean | undefined => {
    const seal = rows.map((text, i) => write(text, 130, 500 + i * 52, 0.99, 46))
    const read = readingsOf([...print(MAIN_VALUES), ...seal], FIELDS).find(([{ key }]) => key === 'issueAuthority')
    return read?.[1].decoding.valid
  }
  expect(valid('湖南省样', '例市公安', '局交通警', '察支队')).toBe(true)
  expect(valid('湖南', '例市公安', '局交通警', '察支队')).toBe(false)
  expect(valid('例市公安', '局交通警', '察支队')).toBe(false)
  expect(valid('湖南省样', '局交通警', '察支队')).toBe(false)
  expect(valid('样例市公', '安局交通', '警察支队')).toBe(false)
  expect(valid('天津市公', '安局交通', '警察支队')).toBe(true)
  expect(valid('西藏自治', '区样例地', '区公安处', '交通警察', '支队')).toBe(true)
})

test('returns an unknown authority as read, with a capped confidence', () => {
  const seal = ['湖北省样', '例市公安', '局机动车', '管理所'].map((text, i) => write(text, 130, 500 + i * 52, 0.99, 46))
  const read = readingsOf([...print(MAIN_VALUES), ...seal], FIELDS).find(([{ key }]) => key === 'issueAuthority')
  expect(read?.[1]).toMatchObject({ text: '湖北省样例市公安局机动车管理所', decoding: { valid: false } })
})

test('red print is the seal’s, whatever is under it', () => {
  const seal = ['样例省样', '例市公安', '局交通警', '察支队'].map((text, i) =>
    colored(write(text, 260, 390 + i * 52, 0.9, 46), text.length),
  )
  expect(valuesOf([...print(MAIN_VALUES), ...seal])).toMatchObject(MAIN_VALUES)
})

test('keeps the values when warm light makes all ink red', () => {
  const lines = print(DUPLICATE_VALUES).map((line) => colored(line, line.steps.length))
  expect(valuesOf(lines)).toEqual(DUPLICATE_VALUES)
  const dates = ['registerDate', 'issueDate'] as const
  const main = print(MAIN_VALUES).map((line) => colored(line, line.steps.length))
  for (const date of dates) expect(valuesOf(main)[date]).toBe(MAIN_VALUES[date])
})

test('splits a partly red line between the seal and a label', () => {
  const { useCharacter, ...others } = MAIN_VALUES
  const seal = ['样例省样', '局交通警', '察支队'].map((text, i) =>
    colored(write(text, 130, 450 + i * 78, 0.9), text.length),
  )
  const mixed = colored(write(`例市公安使用性质${useCharacter}`, 340, 482, 0.9), 4)
  const read = valuesOf([...print({ ...others, vin: '' }), mixed, ...seal])
  expect(read).toMatchObject({ useCharacter, issueAuthority: '样例省样例市公安局交通警察支队' })
})

describe('print beside the license, far behind a label', () => {
  const { x, y } = LABEL_PLACES.model ?? { x: 0, y: 0 }
  const [left, top] = [100 + x * PX_A_MM, 85 + y * PX_A_MM]
  const far = write('填写', left + 30 * PX_A_MM, top)

  test('is no value', () => {
    expect(valuesOf([...print({ ...MAIN_VALUES, model: '' }), far]).model).toBeUndefined()
  })

  test('is not part of a value in the row above', () => {
    expect(valuesOf([...print(MAIN_VALUES, { shift: 24 }), far]).model).toBe(MAIN_VALUES.model)
  })
})

test('a label box that overlaps its value leaves the value intact', () => {
  const lines = print(MAIN_VALUES).map((line) => {
    const { left, right, top, bottom } = boundsOf(line.box)
    const isLabel = line.steps.some(({ candidates }) => candidates.some(({ text }) => text === '识'))
    return isLabel ? { ...line, box: quadOf({ left, top, bottom, right: right + 9 * PX_A_MM }) } : line
  })
  expect(valuesOf(lines)).toEqual(MAIN_VALUES)
})

const confidencesOf = (lines: readonly Line[]): Record<string, number> =>
  Object.fromEntries(readingsOf(lines, FIELDS).map(([{ key }, reading]) => [key, confidenceOf(reading)]))

test('caps a value printed over its label: it may lack its first characters', () => {
  const others = print({ ...DUPLICATE_VALUES, totalQuality: '' }, { without: ['totalQuality'] })
  const { x, y } = LABEL_PLACES.totalQuality ?? { x: 0, y: 0 }
  const line = (text: string): Line => write(text, 100 + x * PX_A_MM, 85 + y * PX_A_MM)
  const over = confidencesOf([...others, line('总质虱9509kg')])
  expect(over.totalQuality).toBeLessThan(0.7)
  const beside = confidencesOf([...others, line('总质量9509kg')])
  expect(beside.totalQuality).toBeGreaterThan(0.9)
})

test('caps a value cut at a label that was not read', () => {
  const others = print({ ...MAIN_VALUES, model: '' }, { without: ['model'] })
  const { x, y } = LABEL_PLACES.model ?? { x: 0, y: 0 }
  const line = (text: string, begins: number): Line => write(text, 100 + (x + begins) * PX_A_MM, 85 + y * PX_A_MM)
  expect(confidencesOf([...others, line('目坛样例牌YL7153', 5)]).model).toBeLessThan(0.7)
  expect(confidencesOf([...others, line('样例牌YL7153', 13)]).model).toBeGreaterThan(0.7)
})

test('ignores rotated text', () => {
  const { x, y } = LABEL_PLACES.remark ?? { x: 0, y: 0 }
  const level = write('仅供投保使用', 100 + (x + 14) * PX_A_MM, 85 + y * PX_A_MM)
  const [a, b, c, d] = level.box
  const aslant: Line = { ...level, box: [a, { x: b.x, y: b.y - 60 }, { x: c.x, y: c.y - 60 }, d] }
  const others = print({ ...DUPLICATE_VALUES, remark: '' })
  expect(valuesOf([...others, level]).remark).toBe('仅供投保使用')
  expect(valuesOf([...others, aslant]).remark).toBeUndefined()
})

test('keeps dashes in a rotated box', () => {
  const { x, y } = LABEL_PLACES.remark ?? { x: 0, y: 0 }
  const level = write('--', 100 + (x + 14) * PX_A_MM, 85 + y * PX_A_MM)
  const [a, b, c, d] = level.box
  const aslant: Line = { ...level, box: [a, { x: b.x, y: b.y - 15 }, { x: c.x, y: c.y - 15 }, d] }
  expect(valuesOf([...print({ ...DUPLICATE_VALUES, remark: '' }), aslant]).remark).toBe('--')
})

test('caps a wrapped value with one line found', () => {
  const others = print({ ...MAIN_VALUES, addr: '' })
  const { x, y } = LABEL_PLACES.addr ?? { x: 0, y: 0 }
  const line = (off: number): Line => write('广东省样例市示例区', 100 + (x + 14) * PX_A_MM, 85 + y * PX_A_MM + off)
  expect(confidencesOf([...others, line(0)]).addr).toBeGreaterThan(0.95)
  expect(confidencesOf([...others, line(20)]).addr).toBeLessThan(0.7)
  expect(confidencesOf([...others, line(-20), line(20)]).addr).toBeGreaterThan(0.95)
})

test('caps free text that may be two texts', () => {
  const others = print({ ...MAIN_VALUES, addr: '' })
  const { x, y } = LABEL_PLACES.addr ?? { x: 0, y: 0 }
  const line = (text: string, across: number, off: number): Line =>
    write(text, 100 + (x + 14) * PX_A_MM + across, 85 + y * PX_A_MM + off)
  const wrapped = [line('广东省样例市示例区', 0, -20), line('测试路168号', 0, 20)]
  expect(confidencesOf([...others, ...wrapped]).addr).toBeGreaterThan(0.95)
  const early = [line('广东省样例市', 0, -20), line('示例区测试路168号', 0, 20)]
  expect(confidencesOf([...others, ...early]).addr).toBeLessThan(0.7)
  const beside = [line('广东省样例市', 0, 0), line('示例区', 160, 0)]
  expect(confidencesOf([...others, ...beside]).addr).toBeLessThan(0.7)
})

test('caps codes, which have no check', () => {
  const sure = confidencesOf(print(MAIN_VALUES))
  for (const key of ['model', 'engineNum']) expect(sure[key]).toBeLessThan(0.95)
})

test('caps a value after unknown characters that were cut off with the label', () => {
  const others = print({ ...DUPLICATE_VALUES, totalQuality: '' }, { without: ['totalQuality'] })
  const { x, y } = LABEL_PLACES.totalQuality ?? { x: 0, y: 0 }
  const line = write('恖盾虱1 1872kg', 100 + x * PX_A_MM, 85 + y * PX_A_MM)
  expect(confidencesOf([...others, line]).totalQuality).toBeLessThan(0.7)
})

test('print beside the page is no inspection record', () => {
  const record = '检验有效期至2026年04月粤B'
  const [x, y] = [100 + 20 * PX_A_MM, 100 + 44.1 * PX_A_MM - 15]
  const lines = [...print({ ...DUPLICATE_VALUES, inspectionRecord: '' }), write(record, x, y), write('编号', x, y + 60)]
  expect(valuesOf(lines).inspectionRecord).toBe(record)
})

test('titles are no values', () => {
  const titles = [
    write('中华人民共和国机动车行驶证', 474, 150),
    write("Vehicle License of the People's Republic of China", 400, 190, 0.9, 20),
  ]
  expect(valuesOf([...titles, ...print(MAIN_VALUES)])).toEqual(MAIN_VALUES)
})

test('finds a field that is added to the table', () => {
  const added: Field = {
    // A key that the table does not have yet.
    key: 'emission' as FieldKey,
    label: { zh: '排放标准', en: 'Emission Standard' },
    page: 'duplicate',
    kind: 'text',
    isReturned: false,
    presence: 'optional',
    check: checkText,
  }
  const lines = [...print(DUPLICATE_VALUES), write('排放标准', 148, 780), write('国六', 304, 780)]
  expect(valuesOf(lines, [...FIELDS, added])).toEqual({ ...DUPLICATE_VALUES, emission: '国六' })
})

test('a reading has the confidence of its characters and a tight box', () => {
  const { plateNum, ...others } = MAIN_VALUES
  const joined = write(`号牌号码${plateNum}`, 148, 242, 0.8)
  const readings = readingsOf([...print(others), joined], FIELDS)
  const [, reading] = readings.find(([{ key }]) => key === 'plateNum') ?? []
  expect(reading?.text).toBe(plateNum)
  expect(reading?.decoding.weakest).toBeCloseTo(0.8)
  expect(reading && boxOf(reading)[0].x).toBeCloseTo(endOf(148, '号牌号码'))
  expect(reading && boxOf(reading)[1].x).toBeCloseTo(endOf(148, `号牌号码${plateNum}`))
})

test('marks an incomplete value as having a gap', () => {
  const lines = print({ ...MAIN_VALUES, addr: '' })
  const parts = [write('广东省样例市', 304, 398), write('168号', 520, 398)]
  const readings = readingsOf([...lines, ...parts], FIELDS)
  const gaps = readings.filter(([, { gap }]) => gap).map(([{ key }]) => key)
  expect(gaps).toEqual(['addr'])
})

test.each([
  ['nothing', []],
  ['a receipt', [write('日期2026-03-08', 100, 200), write('合计55.10', 100, 278), write('所有人王小样', 100, 356)]],
  ['an insurance policy', print(DUPLICATE_VALUES, { without: ['record', 'totalQuality', 'loadQuality', 'remark'] })],
])('%s is not a license', (_, lines) => {
  expect(() => extract(lines, FIELDS)).toThrow(new RecognitionError('NOT_A_LICENSE'))
})

test.each(['XXXXXX', '王XXXX', '王***', '王＊＊＊样'])('a value redacted with %s is none', (mask) => {
  const { owner, ...others } = valuesOf(print({ ...MAIN_VALUES, owner: mask }))
  expect(owner).toBeUndefined()
  expect({ ...others, owner: MAIN_VALUES.owner }).toEqual(MAIN_VALUES)
})

test('three X are no mask', () => {
  expect(valuesOf(print({ ...MAIN_VALUES, engineNum: '4GXXX1' })).engineNum).toBe('4GXXX1')
})

test('a partly faded row still belongs to the seal', () => {
  const rows = ['湖南省样', '例市公安', '局交通警', '察支队']
  const authority = (red: readonly number[]): string | undefined => {
    const seal = rows.map((text, i) => colored(write(text, 130, 500 + i * 52, 0.9, 46), red[i] ?? 0))
    return valuesOf([...print(MAIN_VALUES), ...seal]).issueAuthority
  }
  expect(authority([4, 4, 4, 3])).toBe(rows.join(''))
  expect(authority([4, 4, 1, 3])).toBe(rows.join(''))
  expect(authority([4, 2, 4, 3])).toBe(rows.join(''))
})

test('the first line of a remark may be above its label', () => {
  const { x, y } = LABEL_PLACES.remark ?? { x: 0, y: 0 }
  const [left, top] = [100 + (x + 13) * PX_A_MM, 88 + y * PX_A_MM]
  const lines = [write('强制报废期止2033-07-06', left, top - 50, 0.99, 24), write('样例备注', left, top, 0.99, 24)]
  const overallSize = '4582×1795×1458mm'
  expect(valuesOf([...print({ ...DUPLICATE_VALUES, overallSize, remark: '' }), ...lines])).toEqual({
    ...DUPLICATE_VALUES,
    overallSize,
    remark: '强制报废期止2033-07-06样例备注',
  })
})

test.each<[FieldKey, string]>([
  ['plateNum', '粤XXXXXX'],
  ['plateNum', '粤BXXXXX'],
  ['vin', 'LXXXXXXXXXXXX7385'],
  ['engineNum', 'YL4G***'],
])('a %s of which a part was covered is none: %s', (key, text) => {
  const { [key]: covered, ...others } = valuesOf(print({ ...MAIN_VALUES, [key]: text }))
  expect(covered).toBeUndefined()
  expect({ ...others, [key]: MAIN_VALUES[key as keyof typeof MAIN_VALUES] }).toEqual(MAIN_VALUES)
})
