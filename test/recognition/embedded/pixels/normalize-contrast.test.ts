import { normalizeContrast } from '../../../../recognition/engines/embedded/pixels/normalize-contrast'

const SIZE = { width: 320, height: 96 }
const BAR = 16

/** Bars of ink on paper, darker from left to right; contrast 0..1. */
function bars(contrast: number): Uint8Array {
  const rgb = new Uint8Array(SIZE.width * SIZE.height * 3)
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    const x = i % SIZE.width
    const light = 230 - (170 * x) / SIZE.width
    rgb.fill(Math.floor(x / BAR) % 2 === 0 ? light : light * (1 - contrast), 3 * i, 3 * i + 3)
  }
  return rgb
}

/** Difference between a bar of paper and the next of ink. */
function contrastAt(rgb: Uint8Array, x: number): number {
  const row = (SIZE.height / 2) * SIZE.width
  const at = (bar: number): number => rgb[3 * (row + bar * BAR + BAR / 2)] ?? 0
  const bar = 2 * Math.floor(x / BAR / 2)
  return at(bar) - at(bar + 1)
}

test('print in shade gets the contrast of print in light', () => {
  const before = bars(0.7)
  const after = Uint8Array.from(before)
  normalizeContrast(after, SIZE)
  expect(contrastAt(before, 280)).toBeLessThan(0.5 * contrastAt(before, 40))
  expect(contrastAt(after, 280)).toBeGreaterThan(0.75 * contrastAt(after, 40))
  expect(contrastAt(after, 280)).toBeGreaterThan(1.5 * contrastAt(before, 280))
})

test('very faint print is not stretched like print', () => {
  const faint = bars(0.02)
  normalizeContrast(faint, SIZE)
  expect(Math.abs(contrastAt(faint, 280))).toBeLessThan(40)
})

test.each([
  [1, 1],
  [40, 3],
  [3, 40],
])('a picture of %d × %d px works', (width, height) => {
  const rgb = new Uint8Array(width * height * 3).fill(120)
  normalizeContrast(rgb, { width, height })
  expect(new Set(rgb).size).toBe(1)
})
