import { candidatesOf, greedyDecode } from '../../../../recognition/engines/embedded/ocr/ctc'
import type { Step } from '../../../../recognition/engines/embedded/ocr/line'

/** One step per list; each list holds text and probability by turns. */
const steps = (...lists: (readonly [text: string, probability: number])[][]): Step[] =>
  lists.map((list, i) => ({
    at: (i + 0.5) / lists.length,
    candidates: list.map(([text, probability]) => ({ text, probability })),
  }))

const textOf = (glyphs: readonly { text: string }[]): string => glyphs.map(({ text }) => text).join('')

test('a character that lasts over several steps is one, at its surest', () => {
  const glyphs = greedyDecode(steps([['A', 0.6]], [['A', 0.9]], [['A', 0.7]], [['', 1]], [['B', 0.8]]))
  expect(glyphs).toEqual([
    { text: 'A', probability: 0.9, at: 0.3 },
    { text: 'B', probability: 0.8, at: 0.9 },
  ])
})

test('a character twice needs a gap', () => {
  expect(textOf(greedyDecode(steps([['7', 1]], [['', 1]], [['7', 1]])))).toBe('77')
})

test('candidates are the likely classes, the likeliest first; the first class is nothing', () => {
  const candidates = candidatesOf(Float32Array.of(0.25, 0.0, 0.5, 0.0005), ['A', 'B', 'C'])
  expect(candidates).toEqual([
    { text: 'B', probability: 0.5 },
    { text: '', probability: 0.25 },
  ])
})
