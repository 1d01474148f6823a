import { confidenceOf } from '../../../../recognition/engines/embedded/license/confidence'

const decoding = { text: 'YL4G15T', posterior: 1, fit: 1, weakest: 1, repaired: false, valid: undefined }
const of = (given: Partial<typeof decoding>, gap = false): number =>
  confidenceOf({ text: 'YL4G15T', decoding: { ...decoding, ...given }, lines: [], gap })

test('a certain reading has full confidence', () => {
  expect(of({})).toBe(1)
})

test.each(['posterior', 'fit', 'weakest'] as const)('a lower %s lowers the confidence', (part) => {
  expect(of({ [part]: 0.8 })).toBeLessThan(of({ [part]: 0.9 }))
  expect(of({ [part]: 0.9 })).toBeLessThan(1)
})

test('caps values without a check', () => {
  expect(confidenceOf({ text: '', decoding, lines: [], unchecked: true })).toBeLessThan(0.95)
})

test('caps values that are repaired, invalid or incomplete', () => {
  expect(of({ repaired: true })).toBeLessThan(0.95)
  expect(confidenceOf({ text: '', decoding: { ...decoding, valid: false }, lines: [] })).toBeLessThan(0.7)
  expect(of({}, true)).toBeLessThan(0.7)
})
