import { FIELDS } from '../../../../miniprogram/vehicle-license/fields'
import { splitLine } from '../../../../recognition/engines/embedded/license/split-line'
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
  const { labels, pieces } = splitLine(line, SPELLINGS)
  return [labels.flatMap(({ fields }) => fields.map(({ key }) => key)), pieces.map(({ text }) => text)]
}

test('a value printed over the last character of its label keeps its own first one', () => {
  expect(apart(write('总质8702kg', 0, 0))).toEqual([['totalQuality'], ['8702kg']])
  expect(apart(write('注册日2018-07-06', 0, 0))).toEqual([['registerDate'], ['2018-07-06']])
  expect(apart(write('品牌型YL7153', 0, 0))).toEqual([['model'], ['YL7153']])
})

test('a likely Chinese character in place of the last one of a label is the value’s', () => {
  expect(apart(write('所有诸葛胜麒', 0, 0))).toEqual([['owner'], ['诸葛胜麒']])
  expect(apart(unsure('所有诸葛胜麒', 2, 0.7))).toEqual([['owner'], ['诸葛胜麒']])
})

test('an unlikely one is the label’s, misread', () => {
  expect(apart(unsure('所有入诸葛胜麒', 2, 0.4))).toEqual([['owner'], ['诸葛胜麒']])
  expect(apart(unsure('注册日明2018-07-06', 3, 0.4))).toEqual([['registerDate'], ['2018-07-06']])
})

test('a label with an error before its end is cut off whole', () => {
  expect(apart(write('忌质量8702kg', 0, 0))).toEqual([['totalQuality'], ['8702kg']])
})

/** A line whose characters, each beside its probability, stand at these places. */
function spaced(...characters: readonly (readonly [text: string, x: number, probability?: number])[]): Line {
  const { box } = write('所有人诸葛胜麒', 0, 0)
  const end = Math.max(...characters.map(([, x]) => x)) + 0.5
  const steps = characters.flatMap(([text, x, probability = 0.99]) => [
    { at: (x - 0.3) / end, candidates: [{ text: '', probability: 1 }] },
    { at: x / end, candidates: [{ text, probability }] },
  ])
  return { box, steps }
}

test('a character at the pitch of the label is the label’s, whatever its probability', () => {
  const name = [
    ['诸', 4],
    ['葛', 5.3],
    ['胜', 6.6],
    ['麒', 7.9],
  ] as const
  expect(apart(spaced(['所', 0.5], ['有', 1.5], ['入', 2.5], ...name))).toEqual([['owner'], ['诸葛胜麒']])
})

test('a character at the pitch of the value is the value’s, whatever its probability', () => {
  const name = [
    ['葛', 4.4],
    ['胜', 5.7],
    ['麒', 7],
  ] as const
  expect(apart(spaced(['所', 0.5], ['有', 1.5], ['诸', 3.1, 0.4], ...name))).toEqual([['owner'], ['诸葛胜麒']])
})

test('words of a remark that resemble a label are no label', () => {
  expect(apart(write('压燃式发动机', 0, 0))).toEqual([[], ['压燃式发动机']])
  expect(apart(write('发动机', 0, 0))[0]).toEqual(['engineNum'])
  // Whole it is one, and so is one far behind the words.
  expect(apart(write('压燃式发动机号码YL4G15T', 0, 0))[0]).toEqual(['engineNum'])
  expect(apart(spaced(['压', 0.5], ['燃', 1.5], ['发', 5], ['动', 6], ['机', 7]))[0]).toEqual(['engineNum'])
})
