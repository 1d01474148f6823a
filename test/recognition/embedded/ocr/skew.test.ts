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
])('text at %d° runs at %d°', (degrees, direction) => {
  expect(textDirection([line(degrees), line(degrees), line(degrees)])).toBeCloseTo(direction)
})

test('upright text is told from level text by the longer side', () => {
  const upright = cornersOf({ center: { x: 0, y: 0 }, width: 20, height: 200, angle: 0 })
  expect(Math.abs(textDirection([upright]))).toBeCloseTo(90)
})

test('a stray line and square boxes do not pull the direction', () => {
  expect(textDirection([line(5), line(5), line(5), line(60, 80), line(45, 20)])).toBeCloseTo(5)
})

test('no text at all is level', () => {
  expect(textDirection([])).toBe(0)
})

test.each([0, 90, 180, 270])('reading order begins where the text does, whatever corner came first (%d°)', (turn) => {
  expect(angleOf(readingOrder(line(10 + turn), 10))).toBeCloseTo(10)
})

test('of boxes in all directions few run along the text, of a page seen at a slant all', () => {
  const blobs = [0, 25, 50, 75, 100, 125, 150].map((degrees) => line(degrees, 60))
  expect(countAlong(blobs, textDirection(blobs))).toBeLessThanOrEqual(1)
  const slanted = [-6, -3, 0, 3, 6, 180, 177].map((degrees) => line(degrees))
  expect(countAlong(slanted, textDirection(slanted))).toBe(slanted.length)
})
