import { rectify } from '../../../../recognition/engines/embedded/view/rectify'
import { concat, type Homography, project, rotation, shift } from '../../../../miniprogram/image/homography'
import { mapQuad, type Quad, quadOf } from '../../../../miniprogram/image/quad'
import { textDirection } from '../../../../recognition/engines/embedded/ocr/skew'

/** Lines of a page around the origin. */
const LINES: readonly Quad[] = Array.from({ length: 16 }, (_, i) => {
  const [left, top] = [i % 2 === 0 ? -400 : 40, -280 + 35 * i]
  return quadOf({ left, right: left + 260 + 10 * (i % 5), top, bottom: top + 24 })
})

/** The lines photographed at an angle; `keystone` as in `Rectification`, for a radius of 500 px. */
const photographed = (degrees: number, keystone: number): Quad[] => {
  const tilted: Homography = [1, 0, 0, 0, 1, 0, keystone / 500, 0, 1]
  const map = concat(shift(900, 700), concat(rotation(degrees), tilted))
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
])('lines at %d° with a keystone of %d become level and parallel', (degrees, keystone) => {
  const found = photographed(degrees, keystone)
  const rectification = rectify(found, textDirection(found), false)
  const level = rectification.lines.map((line) => mapQuad(line, (point) => project(rectification.map, point)))
  const steepest = (lines: readonly Quad[]): number => Math.max(...slopesOf(lines).map(Math.abs))
  // Damping leaves about half a degree: a few lines alone must not cause a keystone.
  expect(steepest(level)).toBeLessThan(0.01 + 0.2 * Math.abs(keystone))
  for (const [a, b] of level) expect(b.x).toBeGreaterThan(a.x)
})

test('upside-down text is turned by 180°', () => {
  const found = photographed(180, 0)
  const rectification = rectify(found, textDirection(found), true)
  const [first] = rectification.lines
  const [a, b] = first ?? []
  expect(Math.abs((a?.x ?? 0) - (b?.x ?? 0))).toBeGreaterThan(200)
  expect(Math.abs(Math.cos((rectification.angle * Math.PI) / 180))).toBeCloseTo(1, 2)
})

test('an excessive keystone is ignored', () => {
  const crossing = [photographed(0, 0.8), photographed(0, -0.8)].map((lines) => lines.slice(0, 8)).flat()
  expect(Math.abs(rectify(crossing, 0, false).keystone)).toBeLessThan(0.45)
})
