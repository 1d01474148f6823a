import type { Point } from '../../../miniprogram/image/point'
import { isWhole, type Quad, turnQuad, WHOLE } from '../../../miniprogram/image/quad'
import {
  type Corner,
  CORNERS,
  cornerNear,
  isProper,
  MIN_REACH,
  moveCorner,
} from '../../../miniprogram/image/crop/corners'

/** Rounding of floating point numbers. */
const EPSILON = 1e-9

/** The same sequence in every run (Park and Miller). */
function numbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}

const middle: Quad = [
  { x: 0.2, y: 0.2 },
  { x: 0.8, y: 0.2 },
  { x: 0.8, y: 0.8 },
  { x: 0.2, y: 0.8 },
]

test('the whole picture is a proper quad, and the only whole one', () => {
  expect(isProper(WHOLE)).toBe(true)
  expect(isWhole(WHOLE)).toBe(true)
  expect(isWhole(moveCorner(WHOLE, 0, { x: 0.1, y: 0 }))).toBe(false)
})

test.each<[string, Quad]>([
  ['crossed', [middle[1], middle[0], middle[2], middle[3]]],
  ['counterclockwise', [middle[3], middle[2], middle[1], middle[0]]],
  ['bent inwards', [{ x: 0.6, y: 0.6 }, middle[1], middle[2], middle[3]]],
  ['flat', [middle[0], middle[1], { x: 0.8, y: 0.21 }, { x: 0.2, y: 0.21 }]],
  ['outside of the picture', [{ x: -0.1, y: 0 }, middle[1], middle[2], middle[3]]],
  ['a point', [middle[0], middle[0], middle[0], middle[0]]],
])('a quad that is %s is not proper', (_, quad) => {
  expect(isProper(quad)).toBe(false)
})

test('a corner goes where the finger is, and the others stay', () => {
  const to = { x: 0.3, y: 0.1 }
  expect(moveCorner(WHOLE, 0, to)).toEqual([to, WHOLE[1], WHOLE[2], WHOLE[3]])
})

test('a corner stops at the edge of the picture', () => {
  const [, rightTop] = moveCorner(middle, 1, { x: 1.7, y: -0.4 })
  expect(rightTop).toEqual({ x: 1, y: 0 })
})

test('a corner slides along what it may not cross', () => {
  const [leftTop] = moveCorner(middle, 0, { x: 0.9, y: 0.9 })
  const fromDiagonal = (0.2 + 0.8 - leftTop.x - leftTop.y) / Math.SQRT2
  expect(fromDiagonal).toBeCloseTo(MIN_REACH)
  const [further] = moveCorner(middle, 0, { x: 0.9, y: 0.7 })
  expect(further.x).toBeGreaterThan(leftTop.x)
})

test('whatever is dragged wherever, the quad stays proper and no side gets shorter than the reach', () => {
  const next = numbers(7)
  let quad = WHOLE
  for (let step = 0; step < 5_000; step++) {
    const corner = Math.floor(next() * 4) as Corner
    quad = moveCorner(quad, corner, { x: next() * 1.6 - 0.3, y: next() * 1.6 - 0.3 })
    expect(isProper(quad, MIN_REACH - EPSILON)).toBe(true)
    if (step % 50 === 0) quad = WHOLE
  }
})

test('a corner that cannot move on its way to the finger goes as near as it may', () => {
  const next = numbers(11)
  for (let round = 0; round < 300; round++) {
    const corner = Math.floor(next() * 4) as Corner
    const to: Point = { x: next(), y: next() }
    const quad = moveCorner(middle, corner, to)
    const distance = (point: Point): number => Math.hypot(point.x - to.x, point.y - to.y)
    for (let tries = 0; tries < 100; tries++) {
      const rival: Quad = middle.map((point, at) => (at === corner ? { x: next(), y: next() } : point)) as never
      if (isProper(rival)) expect(distance(rival[corner])).toBeGreaterThanOrEqual(distance(quad[corner]) - EPSILON)
    }
  }
})

test('four quarter turns lead back, and each keeps the left top corner first', () => {
  const quad = moveCorner(middle, 0, { x: 0.1, y: 0.3 })
  const turned = turnQuad(quad)
  expect(turned[1]).toEqual({ x: 1 - 0.3, y: 0.1 })
  expect(isProper(turned)).toBe(true)
  const back = turnQuad(turnQuad(turnQuad(turned)))
  for (const corner of CORNERS) {
    expect(back[corner].x).toBeCloseTo(quad[corner].x)
    expect(back[corner].y).toBeCloseTo(quad[corner].y)
  }
  expect(isWhole(turnQuad(WHOLE))).toBe(true)
})

test('a finger takes the nearest corner in px, and none from far away', () => {
  const size = { width: 400, height: 100 }
  expect(cornerNear(WHOLE, { x: 0.05, y: 0.9 }, size, 44)).toBe(3)
  expect(cornerNear(WHOLE, { x: 0.5, y: 0.5 }, size, 44)).toBeUndefined()
})
