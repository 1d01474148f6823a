import { rectify } from '../../../../recognition/engines/embedded/view/rectify'
import { concat, type Homography, project, rotation, shift } from '../../../../miniprogram/image/homography'
import { mapQuad, type Quad, quadOf } from '../../../../miniprogram/image/quad'
import { textDirection } from '../../../../recognition/engines/embedded/ocr/skew'

/** Lines of a page, about the middle. */
const LINES: readonly Quad[] = Array.from({ length: 16 }, (_, i) => {
  const [left, top] = [i % 2 === 0 ? -400 : 40, -280 + 35 * i]
  return quadOf({ left, right: left + 260 + 10 * (i % 5), top, bottom: top + 24 })
})

/** As a camera sees them that is held at a slant; `converging` as `Straight` has it, over 500 px. */
const seen = (degrees: number, converging: number): Quad[] => {
  const slanted: Homography = [1, 0, 0, 0, 1, 0, converging / 500, 0, 1]
  const map = concat(shift(900, 700), concat(rotation(degrees), slanted))
  return LINES.map((line) => mapQuad(line, (point) => project(map, point)))
}

const slopesOf = (lines: readonly Quad[]): number[] =>
  lines.map(([a, b, c, d]) => (b.y + c.y - a.y - d.y) / (b.x + c.x - a.x - d.x))

test.each([
  [0, 0],
  [12, 0],
  [-33, 0],
  [0, 0.2],
  [8, -0.25],
  [-20, 0.15],
])('lines turned by %d° that converge by %d run level and side by side', (degrees, converging) => {
  const found = seen(degrees, converging)
  const straight = rectify(found, textDirection(found), false)
  const level = straight.lines.map((line) => mapQuad(line, (point) => project(straight.map, point)))
  const steepest = (lines: readonly Quad[]): number => Math.max(...slopesOf(lines).map(Math.abs))
  // About half a degree is left by design: a few lines alone must not make a picture slanted.
  expect(steepest(level)).toBeLessThan(0.01 + 0.2 * Math.abs(converging))
  // Left to right in the view as on the paper.
  for (const [a, b] of level) expect(b.x).toBeGreaterThan(a.x)
})

test('text that is upside down is turned about', () => {
  const found = seen(180, 0)
  const straight = rectify(found, textDirection(found), true)
  const [first] = straight.lines
  const [a, b] = first ?? []
  expect(Math.abs((a?.x ?? 0) - (b?.x ?? 0))).toBeGreaterThan(200)
  expect(Math.abs(Math.cos((straight.turned * Math.PI) / 180))).toBeCloseTo(1, 2)
})

test('lines that would meet within the text are a mistake: nothing is pulled apart', () => {
  const crossing = [seen(0, 0.8), seen(0, -0.8)].map((lines) => lines.slice(0, 8)).flat()
  expect(Math.abs(rectify(crossing, 0, false).converging)).toBeLessThan(0.45)
})
