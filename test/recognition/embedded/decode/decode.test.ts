import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { decode } from '../../../../recognition/engines/embedded/decode'
import { CAR, ELECTRIC, TRUCK, VAN } from '../../../../scripts/samples/licenses'
import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { type Place, stepsOf } from './steps-of'

test.each([CAR, TRUCK, ELECTRIC, VAN])('a license read with certainty stays as it is', (license) => {
  for (const { key, kind } of FIELDS) {
    const text = license[key]
    if (text === undefined) continue
    const decoding = decode(kind, [stepsOf(text)])
    expect(decoding).toMatchObject({ text, repaired: false })
    expect(decoding?.posterior).toBeGreaterThan(0.75)
    expect(decoding?.weakest).toBeGreaterThan(0.98)
    expect(decoding?.valid).not.toBe(false)
  }
})

test.each<[FieldKind, string, string]>([
  ['plate', '粤 B·5K7T9', '粤B5K7T9'],
  ['plate', '冀A8P26挂', '冀A8P26挂'],
  ['plate', '苏E5J38学', '苏E5J38学'],
  ['plate', '京A0146警', '京A0146警'],
  ['plate', '粤Z1B27港', '粤Z1B27港'],
  ['plate', '沪AD38617', '沪AD38617'],
  ['plate', '沪A38617D', '沪A38617D'],
  ['plate', '使014578', '使014578'],
  ['plate', '号粤B5K7T9', '粤B5K7T9'],
  ['vin', ':LXXAB23E4H4067385', 'LXXAB23E4H4067385'],
  ['vin', '码 LXXAB23E4H4067385_', 'LXXAB23E4H4067385'],
  ['date', '期：２０１８-０７-０６', '2018-07-06'],
  ['date', '2018—07–06', '2018-07-06'],
  ['mass', '1735KG', '1735kg'],
  ['mass', '一1735kg', '1735kg'],
  ['mass', '1735kg Load', '1735kg'],
  ['mass', '——', '--'],
  ['mass', '-', '--'],
  ['mass', '-- kg', '--'],
  ['mass', '——kg', '--'],
  ['count', '5 人', '5人'],
  ['count', '2+3人', '2+3人'],
  ['count', '12 + 1 人', '12+1人'],
  ['size', '4582x1795X1458 mm', '4582×1795×1458mm'],
  ['size', '4582×1795*1458mmOH', '4582×1795×1458mm'],
  ['fileNumber', '号:440300672915', '440300672915'],
  ['vehicleType', '型 小型轿车', '小型轿车'],
  ['useCharacter', '预约出租客运', '预约出租客运'],
  ['model', '样例牌YL7153BEV', '样例牌YL7153BEV'],
  ['model', '样例牌SVW7147cks', '样例牌SVW7147CKS'],
  ['model', '样例牌SVW71877BJ', '样例牌SVW71877BJ'],
  ['model', '样例牌HFC4251P1K7E33', '样例牌HFC4251P1K7E33'],
  ['model', '示范(DEMO)牌SF4253A1N6X', '示范(DEMO)牌SF4253A1N6X'],
  ['model', '--', '--'],
  ['engineNum', 'YL4G15T 628394', 'YL4G15T 628394'],
  ['engineNum', '码:612630B94857', '612630B94857'],
  ['engineNum', '柴4102-00123', '柴4102-00123'],
  ['engineNum', '号柴4102-00123', '柴4102-00123'],
  ['engineNum', '玉柴4102-00123', '玉柴4102-00123'],
  ['engineNum', '码柴4102-00123', '柴4102-00123'],
  ['engineNum', '码玉柴4102-00123', '玉柴4102-00123'],
  ['engineNum', 'LJ465Q-2AE+TZ180', 'LJ465Q-2AE+TZ180'],
  ['engineNum', 'YL4.15T', 'YL4.15T'],
  ['text', '强制报废期止：2035-11-23', '强制报废期止:2035-11-23'],
  ['text', '样例 有限公司', '样例有限公司'],
  ['text', 'JOHN SMITH', 'JOHN SMITH'],
  ['text', '李O', '李O'],
  ['inspection', '检验有效期至2027年07月粤B(01)', '检验有效期至2027年07月粤B(01)'],
  ['inspection', '检验有效期至2016年03月苏E(苏州)', '检验有效期至2016年03月苏E(苏州)'],
  ['inspection', '苏E12345检验有效期至2016年03月苏E(苏州)', '苏E12345检验有效期至2016年03月苏E(苏州)'],
  ['inspection', '见附页 2 行', '见附页2行'],
  ['text', '样例[上海]矿业有限公司', '样例(上海)矿业有限公司'],
  ['addr', '样例市示范路8号【临时〕', '样例市示范路8号(临时)'],
  ['model', '样例牌LA4234GA[X2]', '样例牌LA4234GA(X2)'],
])('%s %s is %s', (kind, read, text) => {
  expect(decode(kind, [stepsOf(read)])).toMatchObject({ text })
})

test.each<[FieldKind, string, string]>([
  ['date', '2018-87-06', '2018-07-06'],
  ['date', 'Z018-O7-l6', '2018-07-16'],
  ['date', '023-07-25', '2023-07-25'],
  ['date', '998-07-25', '1998-07-25'],
  ['mass', 'l735kg', '1735kg'],
  ['count', '5入', '5人'],
  ['plate', '粤BO1234', '粤B01234'],
  ['plate', '冀A8P26桂', '冀A8P26挂'],
  ['vin', 'LXXAB23E4H4O67385', 'LXXAB23E4H4067385'],
  ['vin', 'LXXAB23E4H4867385', 'LXXAB23E4H4067385'],
  ['vehicleType', '小型桥车', '小型轿车'],
  ['vehicleType', '重型半挂牵弓车', '重型半挂牵引车'],
  ['useCharacter', '非营返', '非营运'],
  ['model', '样例脾YL7O53BEV', '样例牌YL7053BEV'],
  ['model', '样例牌SA3675735', '样例牌SA3675/35'],
  ['model', '样例牌NK7381/O1', '样例牌NK7381/01'],
  ['inspection', '捡验有效期至2O27年07月粤B', '检验有效期至2027年07月粤B'],
  ['inspection', '苏E12345捡验有效期至2O16年03月苏E(苏州)', '苏E12345检验有效期至2016年03月苏E(苏州)'],
  ['inspection', '检验有效期至2016年03月苏E(苏州', '检验有效期至2016年03月苏E(苏州)'],
  ['addr', '样例村|组', '样例村1组'],
  ['addr', '样例路2l号I栋', '样例路21号1栋'],
])('%s %s is repaired to %s', (kind, read, text) => {
  expect(decode(kind, [stepsOf(read)])).toMatchObject({ text, repaired: true })
})

test.each<[FieldKind, Place[], string]>([
  ['engineNum', ['YL', { O: 0.6, '0': 0.35 }, '4G15'], 'YL04G15'],
  ['engineNum', ['YL', { O: 0.95, '0': 0.04 }, '4G15'], 'YLO4G15'],
  ['model', ['样例牌Y', { '0': 0.5, O: 0.48 }, '7153'], '样例牌YO7153'],
  ['fileNumber', ['44', { '8': 0.8, '0': 0.19 }, '300672915'], '440300672915'],
  ['fileNumber', ['44', { '8': 0.98, '0': 0.01 }, '300672915'], '448300672915'],
  ['plate', ['粤B5K7', { T: 0.5, '7': 0.4 }, '9'], '粤B5K779'],
  ['plate', ['粤B5K7', { T: 0.8, '7': 0.15 }, '9'], '粤B5K7T9'],
  ['plate', ['粤B', { Q: 0.6, '0': 0.25 }, '5K79'], '粤B05K79'],
  ['plate', ['粤B', { Q: 0.95, '0': 0.04 }, '5K79'], '粤BQ5K79'],
  ['vin', [{ T: 0.6, L: 0.3 }, 'XXAB23E5H4067385'], 'LXXAB23E5H4067385'],
  ['vin', [{ T: 0.98, L: 0.01 }, 'XXAB23E5H4067385'], 'TXXAB23E5H4067385'],
])('an uncertain character of a %s is the most probable one at its position', (kind, places, text) => {
  expect(decode(kind, [stepsOf(...places)])?.text).toBe(text)
})

test('a slashed zero is nothing else', () => {
  expect(decode('mass', [stepsOf('2Ø50kg')])).toMatchObject({ text: '2050kg', repaired: false })
})

test('the check digit selects a runner-up', () => {
  const lines = [stepsOf('LXXAB23E4H4', { '8': 0.6, '0': 0.3, '6': 0.1 }, '67385')]
  const decoding = decode('vin', lines)
  expect(decoding).toMatchObject({ text: 'LXXAB23E4H4067385', repaired: true, valid: true })
  expect(decoding?.posterior).toBeGreaterThan(0.9)
  expect(decoding?.weakest).toBeCloseTo(0.3)
})

test('a VIN that fails its check stays as it is without other candidates', () => {
  const decoding = decode('vin', [stepsOf('LXXAB23E5H4167385')])
  expect(decoding).toMatchObject({ text: 'LXXAB23E5H4167385', repaired: false, valid: false })
})

test('two probable readings give a low posterior', () => {
  const decoding = decode('mass', [stepsOf('1', { '7': 0.5, '2': 0.48 }, '35kg')])
  expect(decoding?.text).toBe('1735kg')
  expect(decoding?.posterior).toBeLessThan(0.6)
})

test('a repaired date that was impossible has a lower posterior', () => {
  const repaired = decode('date', [stepsOf('2018-87-06')])
  const read = decode('date', [stepsOf('2018-07-06')])
  expect(repaired?.posterior).toBeLessThan(0.95)
  expect(read?.posterior).toBeGreaterThan(0.94)
})

test('brackets are balanced', () => {
  expect(decode('model', [stepsOf('样例牌DG0228WV', { C: 0.84, '(': 0.08 }, 'TQ0)')])?.text).toBe('样例牌DG0228WV(TQ0)')
  expect(decode('inspection', [stepsOf('检验有效期至2024年03月甘M样例)')])?.valid).toBe(false)
  expect(decode('text', [stepsOf('样例上海)有限公司')])?.valid).toBe(false)
})

test.each(['例市城东区创新街121号', '1221号4-1-1303', '绣华庭'])(
  'an address that starts with no place, such as %s, is invalid: its start may be missing',
  (text) => {
    expect(decode('addr', [stepsOf(text)])).toMatchObject({ text, valid: false })
  },
)

test.each(['样例市城东区创新街121号', '广东省佛山市南海区', '津市市样例街道8号', '云岭镇上坝村3组'])(
  'an address that starts with a place, such as %s, is not',
  (text) => {
    expect(decode('addr', [stepsOf(text)])?.valid).not.toBe(false)
  },
)

test('a word far from the vocabulary stays as it was read', () => {
  expect(decode('vehicleType', [stepsOf('特种巡游车辆')])).toMatchObject({
    text: '特种巡游车辆',
    valid: false,
    repaired: false,
  })
})

test('a word with several matches has a low posterior', () => {
  const decoding = decode('vehicleType', [stepsOf({ 兽: 0.9 }, '型普通货车')])
  expect(decoding?.valid).toBe(true)
  expect(decoding?.posterior).toBeLessThan(0.6)
})

test('the lines of an address are joined', () => {
  const lines = [stepsOf('广东省样例市示例区'), stepsOf('测试路168号')]
  expect(decode('text', lines)).toMatchObject({ text: '广东省样例市示例区测试路168号', repaired: false })
})

test('the same character at the end of a line and the start of the next counts twice', () => {
  expect(decode('text', [stepsOf('样例村'), stepsOf('村东1号')])?.text).toBe('样例村村东1号')
})

test('part of a longer number counts as repaired', () => {
  expect(decode('mass', [stepsOf('12345678kg')])?.repaired ?? true).toBe(true)
})

test('no text gives no value', () => {
  expect(decode('vin', [])).toBeUndefined()
  expect(decode('vin', [stepsOf(' ')])).toBeUndefined()
  expect(decode('text', [[{ at: 0.5, candidates: [{ text: '', probability: 1 }] }]])).toBeUndefined()
})

test.each([
  ['四用省样例市公安局交通警察支队', '四川省样例市公安局交通警察支队'],
  ['重庆币公安局交通警察支队', '重庆市公安局交通警察支队'],
  ['广酉壮族自治区样例市公安局交通警察支队', '广西壮族自治区样例市公安局交通警察支队'],
])('the province of an authority is repaired: %s is %s', (read, text) => {
  expect(decode('authority', [stepsOf(read)])).toMatchObject({ text, repaired: true })
})

test.each([
  '湖南省公安厅交通警察总队',
  '北京市公安局公安交通管理局',
  '贵州省样例市公安局交通警察大队',
  '湖北省样例市公安局交通管理局',
  '广东省样例市公安局交通警察局',
  '黑龙江省样例市公安交通管理局',
  '浙江省样例市公安局交通警察支队车辆管理所',
  '上海市公安局交警总队',
])('%s is not changed to the police of a city', (text) => {
  expect(decode('authority', [stepsOf(text)])).toMatchObject({ text, repaired: false })
})

test('an unknown province stays as it was read', () => {
  const text = '样例省样例市公安局交通警察支队'
  expect(decode('authority', [stepsOf(text)])).toMatchObject({ text, repaired: false })
})

test('a stroke is a 1 only before a unit that is numbered', () => {
  expect(decode('addr', [stepsOf('样例村I组')])?.text).toBe('样例村1组')
  expect(decode('addr', [stepsOf('样例村I区')])?.text).toBe('样例村I区')
})

test.each<[FieldKind | 'authority', Place[], string]>([
  ['addr', ['河南省漯河市', { 环: 0.45, 郾: 0.45 }, '城区'], '河南省漯河市郾城区'],
  ['addr', ['河南省漯河市', { 环: 0.98, 郾: 0.01 }, '城区'], '河南省漯河市环城区'],
  ['authority', ['河南省', { 漂: 0.46, 漯: 0.46 }, '河市公安局交通警察支队'], '河南省漯河市公安局交通警察支队'],
])('%s: of two equally probable readings the real division wins, a more probable one stays', (kind, places, text) => {
  expect(decode(kind, [stepsOf(...places)])?.text).toBe(text)
})

test('a file number is never empty', () => {
  expect(decode('fileNumber', [stepsOf('--')])).toBeUndefined()
})

test.each(['--', '-- kg', '——kg', '--kq'])('%s is an empty value, not a repaired one', (read) => {
  expect(decode('mass', [stepsOf(read)])).toMatchObject({ text: '--', repaired: false })
})
