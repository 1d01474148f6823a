import { redInkOf } from '../../../../recognition/engines/embedded/pixels/red-ink'

const SIZE = { width: 120, height: 60 }
type Color = readonly [red: number, green: number, blue: number]
const PAPER: Color = [226, 222, 205]
const RED: Color = [190, 60, 58]
const BLACK: Color = [40, 42, 44]

/** Paper with a red bar at x 20..30, a black one across it at y 20..24, and black print at x 90..100. */
function draw(red: Color = RED): Uint8Array {
  const colorAt = (x: number, y: number): Color => {
    if (x >= 10 && x < 60 && y >= 20 && y < 24) return BLACK
    if (x >= 90 && x < 100) return BLACK
    return x >= 20 && x < 30 ? red : PAPER
  }
  const at = (i: number): Color => colorAt(i % SIZE.width, Math.floor(i / SIZE.width))
  return Uint8Array.from({ length: 3 * SIZE.width * SIZE.height }, (_, i) => at(Math.floor(i / 3))[i % 3] ?? 0)
}

const at = (rgb: Uint8Array | undefined, x: number, y: number): number => rgb?.[3 * (y * SIZE.width + x)] ?? NaN

test('by color, red ink is black on white without black print', async () => {
  const print = await redInkOf(draw(), SIZE)
  expect(at(print?.byColor, 25, 40)).toBeLessThan(40)
  for (const [x, y] of [
    [5, 5],
    [45, 22],
    [95, 40],
  ] as const) {
    expect(at(print?.byColor, x, y)).toBeGreaterThan(220)
  }
})

test('as printed, red ink keeps its darkness and all else away from it is paper', async () => {
  const print = await redInkOf(draw(), SIZE)
  expect(at(print?.asPrinted, 25, 40)).toBeLessThan(70)
  expect(at(print?.asPrinted, 25, 22)).toBeLessThan(70)
  expect(at(print?.asPrinted, 95, 40)).toBeGreaterThan(200)
  expect(at(print?.asPrinted, 50, 22)).toBeGreaterThan(200)
})

test('gray ink is not red', async () => {
  await expect(redInkOf(draw([120, 118, 110]), SIZE)).resolves.toBeUndefined()
})
