import { FIELDS, type FieldKey } from '../../miniprogram/vehicle-license/fields'
import { tidy } from '../../miniprogram/vehicle-license/tidy'
import { inventLicense } from '../../scripts/licenses/data'
import { PHRASES } from '../../scripts/licenses/phrases'
import { createRandom } from '../../scripts/licenses/random'

const CASES: readonly (readonly [FieldKey, input: string, tidied: string])[] = [
  ['plateNum', '粤b·5k7t9', '粤B5K7T9'],
  ['plateNum', ' 粤B 5K7T9 ', '粤B5K7T9'],
  ['plateNum', '粤Ｂ•５Ｋ７Ｔ９', '粤B5K7T9'],
  ['plateNum', '粤B\n5K7T9', '粤B5K7T9'],
  ['plateNumB', '粤B-5K7T9', '粤B5K7T9'],
  ['plateNum', '京x1234应急', '京X1234应急'],
  ['vin', 'lxxab12c xa000 0023', 'LXXAB12CXA0000023'],
  ['vin', 'ＬＸＸAB12CXA\r\n0000023', 'LXXAB12CXA0000023'],
  ['vin', '*LXXAB12CXA0000023*', 'LXXAB12CXA0000023'],
  ['engineNum', 'yl4g15t\n628394', 'YL4G15T628394'],
  ['engineNum', ' tz230  123456 ', 'TZ230 123456'],
  ['engineNum', '4G15-628394', '4G15-628394'],
  ['model', '样例牌ＹＬ7153ＢＥＶ', '样例牌YL7153BEV'],
  ['model', '样例牌YL7153\nGL-i', '样例牌YL7153GL-i'],
  ['model', 'MINI  COOPER 3.5T', 'MINI COOPER 3.5T'],
  ['registerDate', '2018年7月6日', '2018-07-06'],
  ['registerDate', '2018 年 07 月 06 日', '2018-07-06'],
  ['registerDate', '2018/7/6', '2018-07-06'],
  ['registerDate', '2018.7.6', '2018-07-06'],
  ['registerDate', '2018-7-6', '2018-07-06'],
  ['registerDate', '2018—07—06', '2018-07-06'],
  ['registerDate', '２０１８－７－６', '2018-07-06'],
  ['issueDate', '20180706', '2018-07-06'],
  ['issueDate', '2018\n07-06', '2018-07-06'],
  // Which day this is, only a person knows.
  ['issueDate', '2018113', '2018113'],
  ['issueDate', '18/7/6', '18/7/6'],
  ['issueDate', '2018年7月', '2018年7月'],
  ['totalQuality', '1995', '1995kg'],
  ['totalQuality', '1995 KG', '1995kg'],
  ['totalQuality', '1995公斤', '1995kg'],
  ['totalQuality', '１９９５㎏', '1995kg'],
  ['totalQuality', '2,700 kg', '2700kg'],
  ['totalQuality', '1.5吨', '1500kg'],
  ['totalQuality', '4.495t', '4495kg'],
  ['totalQuality', '约 1995', '约 1995'],
  ['loadQuality', '--', '--'],
  ['loadQuality', '—', '--'],
  ['loadQuality', '-- kg', '--'],
  ['tractionQuality', '－－', '--'],
  ['remark', '——', '--'],
  ['passengersNum', '5', '5人'],
  ['passengersNum', '5 座', '5人'],
  ['passengersNum', '2 + 3', '2+3人'],
  ['passengersNum', '２＋３人', '2+3人'],
  ['overallSize', '4582*1795*1458', '4582×1795×1458mm'],
  ['overallSize', '4582X1795x1458MM', '4582×1795×1458mm'],
  ['overallSize', '4582 × 1795 × 1458 毫米', '4582×1795×1458mm'],
  ['overallSize', '4582 1795 1458', '4582×1795×1458mm'],
  ['overallSize', '4582mm*1795mm*1458mm', '4582×1795×1458mm'],
  ['overallSize', '4582×1795', '4582×1795'],
  ['record', '4403 0067\n2915', '440300672915'],
  ['vehicleType', ' 小型\n轿车 ', '小型轿车'],
  ['useCharacter', '非　营运', '非营运'],
  ['owner', '王　小样', '王小样'],
  ['owner', '阿不都·卡德尔', '阿不都·卡德尔'],
  ['owner', 'John\nSmith', 'John Smith'],
  ['owner', '样例（中国）有限公司', '样例（中国）有限公司'],
  ['addr', '广东省样例市示例区\n测试路１６８号6栋302房', '广东省样例市示例区测试路168号6栋302房'],
  ['addr', '示例区测试路\n168号6栋302房', '示例区测试路168号6栋302房'],
  ['issueAuthority', '样例市公安局\n交通警察支队', '样例市公安局交通警察支队'],
  ['remark', '强制报废期止:2035-11-23\n使用性质变更', '强制报废期止:2035-11-23 使用性质变更'],
  ['inspectionRecord', '检验有效期至2027年07月粤B（01）', '检验有效期至2027年07月粤B(01)'],
  ['owner', '\u200b王小样\ufeff', '王小样'],
  ['owner', ' \n ', ''],
]

test.each(CASES)('%s: %j becomes %j', (key, input, tidied) => {
  expect(tidy(key, input)).toBe(tidied)
})

test('leaves what a license prints as it is', () => {
  for (let i = 0; i < 200; i++) {
    const license = inventLicense(createRandom(`tidy ${i}`), PHRASES[i % 2 === 0 ? 'dev' : 'test'])
    for (const { key } of FIELDS) expect(tidy(key, license[key] ?? '')).toBe(license[key])
  }
})

/** Whatever a person or an engine may come up with, each of its characters from everywhere. */
const INPUTS = [
  ...CASES.map(([, input]) => input),
  ...CASES.flatMap(([, one], i) => CASES.slice(i, i + 3).map(([, other]) => `${other} ${one}`)),
  ...[
    '1\n2',
    'a\nb',
    '1 - 2 - 3',
    '- 5',
    '5人人',
    '1995kgkg',
    '12 34',
    '２０１８ ７ ６',
    '1,2,3',
    '1.2345t',
    '\t--\n5',
  ],
  ...[
    '100*200',
    '100 200 300 400',
    '2018 7 6 5',
    '·.·',
    '＊',
    '。',
    '1995 \u200b kg',
    'ﾊﾝｶｸ',
    '京A\u30fb12345',
    '0005',
  ],
]
const KEYS = FIELDS.map(({ key }) => key)

test.each(KEYS)('%s: to tidy twice changes nothing', (key) => {
  for (const input of INPUTS) expect(tidy(key, tidy(key, input))).toBe(tidy(key, input))
})

test.each(KEYS)('%s: no line break is left', (key) => {
  for (const input of INPUTS) expect(tidy(key, input)).not.toMatch(/[\r\n\u2028\u2029]/)
})

/** Letters, digits and Chinese characters, but for units and what separates the parts of a date. */
const telling = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/KG|公斤|千克|MM|毫米|[人座位年月日号X×]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/0/g, '')

const isOfTons = (input: string): boolean => /[t吨]$/.test(input)

test.each(KEYS)('%s: no character that says something is lost', (key) => {
  for (const input of INPUTS.filter((one) => !isOfTons(one))) expect(telling(tidy(key, input))).toBe(telling(input))
})
