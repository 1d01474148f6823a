import { candidatesOf, greedyDecode } from '../../../../recognition/engines/embedded/ocr/ctc'
import type { Step } from '../../../../recognition/engines/embedded/ocr/line'

/** One step per list of candidates. */
const steps = (...lists: (readonly [text: string, probability: number])[][]): Step[] =>
  lists.map((list, i) => ({
    at: (i + 0.5) / lists.length,
    candidates: list.map(([text, probability]) => ({ text, probability })),
  }))

const textOf = (read: readonly { text: string }[]): string => read.map(({ text }) => text).join('')

test('repeats merge at their peak', () => {
  const read = greedyDecode(steps([['A', 0.6]], [['A', 0.9]], [['A', 0.7]], [['', 1]], [['B', 0.8]]))
  expect(read).toEqual([
    { text: 'A', probability: 0.9, at: 0.3 },
    { text: 'B', probability: 0.8, at: 0.9 },
  ])
})

test('a double character needs a blank between', () => {
  expect(textOf(greedyDecode(steps([['7', 1]], [['', 1]], [['7', 1]])))).toBe('77')
})

test('candidates are the probable classes in descending order; class 0 is the blank', () => {
  const candidates = candidatesOf(Float32Array.of(0.25, 0.0, 0.5, 0.0005), ['A', 'B', 'C'])
  expect(candidates).toEqual([
    { text: 'B', probability: 0.5 },
    { text: '', probability: 0.25 },
  ])
})
