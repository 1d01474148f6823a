import { type FieldKey, FIELDS, fieldOf } from '../../../../miniprogram/vehicle-license/fields'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { endOf, write } from '../made-up'
import { DUPLICATE_VALUES, LABEL_PLACES, MAIN_VALUES, print, PX_A_MM, valuesOf } from './print'

/** px; the left top corner of a field's label on the page that `print` prints. */
function placeOf(key: FieldKey): { x: number; y: number } {
  const { x, y } = LABEL_PLACES[key] ?? { x: 0, y: 0 }
  return { x: 100 + x * PX_A_MM, y: 85 + y * PX_A_MM }
}

/** px a character of `write`. */
const CHARACTER = endOf(0, '字')

describe('labels of two characters, spaced to the width of four', () => {
  const addr = placeOf('addr')
  const remark = placeOf('remark')
  const others = (): Line[] => print(MAIN_VALUES, { without: ['addr'] })
  const beside = (text: string, y = addr.y): Line => write(text, addr.x + 3 * CHARACTER, y)

  test('as two boxes', () => {
    expect(valuesOf([...others(), write('住', addr.x, addr.y), beside('址')])).toEqual(MAIN_VALUES)
    const { remark: none, ...duplicate } = DUPLICATE_VALUES
    const spread = [write('备', remark.x, remark.y), write('注', remark.x + 3 * CHARACTER, remark.y)]
    expect(none).toBe('--')
    expect(valuesOf([...print(duplicate), ...spread])).not.toHaveProperty('remark')
  })

  test('with the second read together with the value', () => {
    const joined = beside(`址${MAIN_VALUES.addr}`)
    expect(valuesOf([...print({ ...MAIN_VALUES, addr: '' }, { without: ['addr'] }), joined])).toEqual(MAIN_VALUES)
    const pointed = write(`售址：${MAIN_VALUES.addr}`, addr.x, addr.y)
    expect(valuesOf([...print({ ...MAIN_VALUES, addr: '' }, { without: ['addr'] }), pointed])).toEqual(MAIN_VALUES)
  })

  test('before a value of two lines', () => {
    const lines = ['广东省样例市', '示例区测试路168号'].map((text, i) =>
      write(text, addr.x + 5 * CHARACTER, addr.y - 15 + i * 30, 0.99, 28),
    )
    const page = print({ ...MAIN_VALUES, addr: '' }, { without: ['addr'] })
    const read = valuesOf([...page, write('住', addr.x, addr.y), beside('址'), ...lines])
    expect(read.addr).toBe('广东省样例市示例区测试路168号')
  })

  test('with a character detected twice', () => {
    const label = write('住  址', addr.x, addr.y)
    expect(valuesOf([...others(), label, beside('址')])).toEqual(MAIN_VALUES)
  })
})

test('a value that starts like its label keeps its start', () => {
  const { x, y } = placeOf('inspectionRecord')
  const record = '检验有效期至2026年04月粤B'
  const lines = [...print({ ...DUPLICATE_VALUES, inspectionRecord: '' }, { without: ['inspectionRecord'] })]
  expect(valuesOf([...lines, write(record, x + 4 * CHARACTER, y)]).inspectionRecord).toBe(record)
})

test('an inspection record next to the remarks is not part of them', () => {
  const remark = placeOf('remark')
  const record = '检验有效期至2026年04月粤B'
  const lines = print({ ...DUPLICATE_VALUES, remark: '国六', inspectionRecord: '' })
  const near = write(record, remark.x + 156, remark.y + 44)
  expect(valuesOf([...lines, near])).toMatchObject({ remark: '国六', inspectionRecord: record })
})

test('a remark with a date is no inspection record', () => {
  const values = {
    ...DUPLICATE_VALUES,
    remark: '强制报废期至2033-05-06',
    inspectionRecord: '检验有效期至2026年04月粤B',
  }
  expect(valuesOf(print(values))).toEqual(values)
})

test('recognizes a VIN beside another label', () => {
  const { x, y } = placeOf('engineNum')
  const page = print({ ...MAIN_VALUES, vin: '', engineNum: '' })
  const values = [write(MAIN_VALUES.engineNum, x + 192, y - 14), write(MAIN_VALUES.vin, x + 192, y + 20)]
  expect(valuesOf([...page, ...values])).toEqual(MAIN_VALUES)
})

test('locates a page by its title, a plate, a type and a VIN', () => {
  const without = FIELDS.map(({ key }) => key)
  const { plateNum, vehicleType, vin } = MAIN_VALUES
  const { x, y } = placeOf('vin')
  const lines = [
    write('中华人民共和国机动车行驶证', 474, 150),
    ...print({ plateNum, vehicleType }, { without }),
    // Its label, of which hardly anything can be read.
    write(`M饮H${vin}`, x + 192 - endOf(0, 'M饮H'), y),
  ]
  expect(valuesOf(lines)).toMatchObject({ plateNum, vehicleType, vin })
})

test('the words of a label within a value are part of the value', () => {
  const remark = placeOf('remark')
  const said = '国六;曾用号牌号码粤B54321'
  const lines = [...print({ ...DUPLICATE_VALUES, remark: '' }), write(said, remark.x + 156, remark.y)]
  expect(valuesOf(lines)).toEqual({ ...DUPLICATE_VALUES, remark: said })
})

const MAIN = FIELDS.filter(({ page }) => page === 'main')

/** English labels, each so many px lower than its Chinese one, and smaller. */
const below = (px: number): Line[] =>
  MAIN.flatMap(({ key, label }) => {
    if (!LABEL_PLACES[key]) return []
    const { x, y } = placeOf(key)
    const line = write(label.en, x, y + px, 0.99, 18)
    const [a, b, c, d] = line.box
    const narrow = (point: { x: number; y: number }) => ({ x: x + (point.x - x) / 2.4, y: point.y })
    return [{ ...line, box: [narrow(a), narrow(b), narrow(c), narrow(d)] as const }]
  })

describe('English labels', () => {
  test('below the Chinese ones leave the page level', () => {
    const without: FieldKey[] = ['plateNum', 'owner', 'addr', 'vin', 'engineNum', 'registerDate']
    expect(valuesOf([...print(MAIN_VALUES, { without }), ...below(30)])).toEqual(MAIN_VALUES)
  })

  test('stand in for Chinese ones that were not read: a value starts far behind VIN', () => {
    const lines = print({ ...MAIN_VALUES, vin: '' }, { without: ['vin'] })
    const { x, y } = placeOf('vin')
    const value = write(MAIN_VALUES.vin, x + 18.5 * PX_A_MM, y)
    expect(valuesOf([...lines, write('VIN', x, y + 30, 0.99, 18), value])).toEqual(MAIN_VALUES)
  })

  test.each<[FieldKey, string]>([
    ['vehicleType', '车辆类型 Vehicle Type'],
    ['vehicleType', '车辆类型vehideTpe'],
    ['owner', '所有人 Owner'],
    ['owner', '所有人owhr'],
    ['addr', '住址Adres'],
    ['useCharacter', '使用性质usch'],
    ['model', '品牌型号 Model'],
    ['vin', '车辆识别代号 VIN'],
    ['vin', '车辆识别代号VN'],
    ['engineNum', '发动机号码Engne No.'],
  ])('%s: behind the Chinese one, in one line with the value: %s', (key, label) => {
    const { x, y } = placeOf(key)
    const lines = print({ ...MAIN_VALUES, [key]: '' }, { without: [key] })
    const value = MAIN_VALUES[key as keyof typeof MAIN_VALUES]
    expect(valuesOf([...lines, write(`${label}${value}`, x, y)])).toEqual(MAIN_VALUES)
  })

  test.each<[FieldKey, string]>([
    ['useCharacter', 'usch'],
    ['engineNum', 'Enor'],
  ])('%s: misread beyond recognition, in a box of their own: %s', (key, remains) => {
    const { x, y } = placeOf(key)
    const { zh } = fieldOf(key).label
    const lines = print({ ...MAIN_VALUES, [key]: '' })
    const english = write(remains, endOf(x, zh) + 6, y)
    const value = write(MAIN_VALUES[key as keyof typeof MAIN_VALUES], endOf(x, zh + remains) + 18, y)
    expect(valuesOf([...lines, english, value])).toEqual(MAIN_VALUES)
  })

  test('are not cut off a VIN that starts like them', () => {
    for (const vin of ['LVNAB23E0H4067385', 'LVMAB23E5H4067385']) {
      const lines = print({ ...MAIN_VALUES, vin: '' }, { without: ['vin'] })
      const { x, y } = placeOf('vin')
      expect(valuesOf([...lines, write(`车辆识别代号${vin}`, x, y)]).vin).toBe(vin)
      expect(valuesOf([...lines, write(`车辆识别代号${vin}1`, x, y)]).vin).toBe(vin)
    }
  })

  test('behind the Chinese one, in a box of their own', () => {
    const { x, y } = placeOf('owner')
    const lines = print({ ...MAIN_VALUES, owner: '' })
    const english = write('Owner', endOf(x, '所有人') + 12, y)
    const value = write(MAIN_VALUES.owner, endOf(x, '所有人Owner') + 24, y)
    expect(valuesOf([...lines, english, value])).toEqual(MAIN_VALUES)
  })
})
