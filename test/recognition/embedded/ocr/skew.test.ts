import type { Quad } from '../../../../miniprogram/image/quad'
import { cornersOf } from '../../../../recognition/engines/embedded/ocr/rotated-rectangle'
import { angleOf, countAlong, readingOrder, textDirection } from '../../../../recognition/engines/embedded/ocr/skew'

const line = (degrees: number, width = 200): Quad =>
  cornersOf({ center: { x: 0, y: 0 }, width, height: 20, angle: (degrees * Math.PI) / 180 })

test.each([
  [0, 0],
  [12, 12],
  [-30, -30],
  [89, 89],
  [-89, -89],
  [180, 0],
  [170, -10],
])('text at %d° has the direction %d°', (degrees, direction) => {
  expect(textDirection([line(degrees), line(degrees), line(degrees)])).toBeCloseTo(direction)
})

test('vertical text is recognized by its longer side', () => {
  const upright = cornersOf({ center: { x: 0, y: 0 }, width: 20, height: 200, angle: 0 })
  expect(Math.abs(textDirection([upright]))).toBeCloseTo(90)
})

test('outliers and square boxes do not change the direction', () => {
  expect(textDirection([line(5), line(5), line(5), line(60, 80), line(45, 20)])).toBeCloseTo(5)
})

test('the default direction is 0', () => {
  expect(textDirection([])).toBe(0)
})

test.each([0, 90, 180, 270])('reading order starts at the first character (%d°)', (turn) => {
  expect(angleOf(readingOrder(line(10 + turn), 10))).toBeCloseTo(10)
})

test('few boxes of random directions are along the text, and all lines of a tilted page', () => {
  const blobs = [0, 25, 50, 75, 100, 125, 150].map((degrees) => line(degrees, 60))
  expect(countAlong(blobs, textDirection(blobs))).toBeLessThanOrEqual(1)
  const tilted = [-6, -3, 0, 3, 6, 180, 177].map((degrees) => line(degrees))
  expect(countAlong(tilted, textDirection(tilted))).toBe(tilted.length)
})
