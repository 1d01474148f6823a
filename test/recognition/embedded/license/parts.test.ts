import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { takeApart } from '../../../../recognition/engines/embedded/license/parts'
import { spellingsOf } from '../../../../recognition/engines/embedded/license/spellings'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { write } from '../made-up'

const SPELLINGS = spellingsOf(FIELDS)

/** A line of which one character was read with this probability. */
function unsure(text: string, at: number, probability: number): Line {
  const line = write(text, 0, 0)
  const candidates = [{ text: text[at] ?? '', probability }]
  return { ...line, steps: line.steps.map((step, i) => (i === 2 * at + 1 ? { ...step, candidates } : step)) }
}

/** Keys of the labels of a line, and the pieces beside them. */
function apart(line: Line): [keys: string[], pieces: string[]] {
  const { labels, pieces } = takeApart(line, SPELLINGS)
  return [labels.flatMap(({ fields }) => fields.map(({ key }) => key)), pieces.map(({ text }) => text)]
}

test('a value that is printed over the last character of its label keeps its own first one', () => {
  expect(apart(write('总质8702kg', 0, 0))).toEqual([['totalQuality'], ['8702kg']])
  expect(apart(write('注册日2018-07-06', 0, 0))).toEqual([['registerDate'], ['2018-07-06']])
  expect(apart(write('品牌型YL7153', 0, 0))).toEqual([['model'], ['YL7153']])
})

test('a Chinese character in place of the last one of a label is the value’s where it is sure', () => {
  expect(apart(write('所有诸葛胜麒', 0, 0))).toEqual([['owner'], ['诸葛胜麒']])
  expect(apart(unsure('所有诸葛胜麒', 2, 0.7))).toEqual([['owner'], ['诸葛胜麒']])
})

test('and the label’s, misread, where it is not', () => {
  expect(apart(unsure('所有入诸葛胜麒', 2, 0.4))).toEqual([['owner'], ['诸葛胜麒']])
  expect(apart(unsure('注册日明2018-07-06', 3, 0.4))).toEqual([['registerDate'], ['2018-07-06']])
})

test('a label with an error elsewhere than at its end is taken off whole', () => {
  expect(apart(write('忌质量8702kg', 0, 0))).toEqual([['totalQuality'], ['8702kg']])
})
