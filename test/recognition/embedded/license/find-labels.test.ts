import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { findApproximate } from '../../../../recognition/engines/embedded/license/approximate'
import { findLabels } from '../../../../recognition/engines/embedded/license/find-labels'
import { spellingsOf } from '../../../../recognition/engines/embedded/license/spellings'
import { isTitle } from '../../../../recognition/engines/embedded/license/title'

const SPELLINGS = spellingsOf(FIELDS)

/** Keys of the labels in a line, with the text that was taken for each, from left to right. */
function labelsIn(line: string): [keys: string, text: string][] {
  const glyphs = Array.from(line)
  const found = findLabels(glyphs, SPELLINGS).sort((a, b) => a.start - b.start)
  return found.map(({ spelling, start, end }) => [
    spelling.fields.map(({ key }) => key).join('|'),
    glyphs.slice(start, end).join(''),
  ])
}

test.each(FIELDS.map(({ key, label }) => [key, label] as const))('%s: finds both labels', (key, { zh, en }) => {
  expect(labelsIn(zh)).toEqual([[expect.stringContaining(key), zh]])
  expect(labelsIn(en)).toEqual([[expect.stringContaining(key), en]])
})

test.each([
  ['号牌号码京A12345', [['plateNum|plateNumB', '号牌号码']]],
  [
    '使用性质非营运品牌型号样例牌YL7153',
    [
      ['useCharacter', '使用性质'],
      ['model', '品牌型号'],
    ],
  ],
  [
    '核定载人数5人总质量1735kg',
    [
      ['passengersNum', '核定载人数'],
      ['totalQuality', '总质量'],
    ],
  ],
  ['住 址 测试路1号', [['addr', '住 址 ']]],
])('%s', (line, found) => {
  expect(labelsIn(line)).toEqual(found)
})

test.each([
  ['车辆识别代呈', 'vin'],
  ['车俩识别代呈', 'vin'],
  ['发动机号鸡', 'engineNum'],
  ['准率引总质量', 'tractionQuality'],
  ['整各质量', 'prepareQuality'],
  ['註册日期', 'registerDate'],
  ['发証日期', 'issueDate'],
  ['RegisterDafe', 'registerDate'],
])('%s is still the label of %s', (line, key) => {
  expect(labelsIn(line).map(([found]) => found)).toEqual([key])
})

test.each(['LVIN3456', '小型轿车', '非营运', '公路', '5人', '2018-07-06', '有人', '质量'])('%s is no label', (line) => {
  expect(labelsIn(line)).toEqual([])
})

test.each([
  ['中华人民共和国机动车行驶证', true],
  ['中华人民共和国机动车行驶证副页', true],
  ['中华人民共合国机动车行驶证', true],
  ["VehicleLicenseof thePeople'sRepublicof China", true],
  ['车辆类型', false],
  ['Vehicle Type', false],
])('title: %s %s', (text, expected) => {
  expect(isTitle(text)).toBe(expected)
})

test('the leftmost place with the fewest errors is found, and where it begins', () => {
  const find = (text: string, pattern: string, errors: number) =>
    findApproximate(Array.from(text), Array.from(pattern), errors)
  expect(find('xxabcdxxabcd', 'abcd', 1)).toEqual({ start: 2, end: 6, errors: 0 })
  expect(find('xxabXdxx', 'abcd', 1)).toEqual({ start: 2, end: 6, errors: 1 })
  expect(find('xxabdxx', 'abcd', 1)).toEqual({ start: 2, end: 5, errors: 1 })
  expect(find('xxadxx', 'abcd', 1)).toBeUndefined()
})
