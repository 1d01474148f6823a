import { confidenceOf } from '../../../../recognition/engines/embedded/license/confidence'

const decoding = { text: 'YL4G15T', posterior: 1, fit: 1, weakest: 1, repaired: false, valid: undefined }
const of = (given: Partial<typeof decoding>, gap = false): number =>
  confidenceOf({ text: 'YL4G15T', decoding: { ...decoding, ...given }, lines: [], gap })

test('what is read surely is sure', () => {
  expect(of({})).toBe(1)
})

test.each(['posterior', 'fit', 'weakest'] as const)('less %s, less confidence', (part) => {
  expect(of({ [part]: 0.8 })).toBeLessThan(of({ [part]: 0.9 }))
  expect(of({ [part]: 0.9 })).toBeLessThan(1)
})

test('a code that nothing checks never counts as sure', () => {
  expect(confidenceOf({ text: '', decoding, lines: [], unchecked: true })).toBeLessThan(0.95)
})

test('a value that was repaired, that fails its check, or that has a gap, never counts as sure', () => {
  expect(of({ repaired: true })).toBeLessThan(0.95)
  expect(confidenceOf({ text: '', decoding: { ...decoding, valid: false }, lines: [] })).toBeLessThan(0.7)
  expect(of({}, true)).toBeLessThan(0.7)
})
