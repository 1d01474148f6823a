import { inkOf, isRed, sumOf } from '../../../../recognition/engines/embedded/ocr/ink'

const SIZE = { width: 60, height: 48 }
const PADDED = 64
type Color = readonly [r: number, g: number, b: number]
const PAPER: Color = [240, 238, 230]

/** A line of bars that cycle through these colors. */
function line(...inks: readonly Color[]): Float32Array {
  const tensor = new Float32Array(3 * PADDED * SIZE.height)
  for (let y = 0; y < SIZE.height; y++) {
    for (let x = 0; x < SIZE.width; x++) {
      const bar = Math.floor(x / 10)
      const color = bar % 2 === 0 ? PAPER : (inks[((bar - 1) / 2) % inks.length] ?? PAPER)
      color.forEach((value, channel) => {
        tensor[(2 - channel) * PADDED * SIZE.height + y * PADDED + x] = value / 127.5 - 1
      })
    }
  }
  return tensor
}

const RED: Color = [200, 40, 40]
const BLACK: Color = [40, 38, 36]

test.each<[string, readonly Color[], boolean]>([
  ['a seal', [RED], true],
  ['print', [BLACK], false],
  ['print with a seal over part of it', [BLACK, RED, BLACK], false],
  ['a seal in a gray picture', [[90, 90, 90]], false],
  ['blue ink', [[40, 50, 180]], false],
  ['nothing', [PAPER], false],
])('%s', (_, inks, red) => {
  const ink = inkOf(line(...inks), SIZE, PADDED)
  expect(ink).toHaveLength(SIZE.width)
  expect(isRed({ steps: [{ at: 0.5, candidates: [], ink: sumOf(ink) }] })).toBe(red)
})

test('a line in two colors is red in part', () => {
  const ink = inkOf(line(BLACK, RED, RED), SIZE, PADDED)
  const redIn = (from: number, to: number): boolean =>
    isRed({ steps: [{ at: 0.5, candidates: [], ink: sumOf(ink.slice(from, to)) }] })
  expect([redIn(0, 20), redIn(20, 60)]).toEqual([false, true])
})
