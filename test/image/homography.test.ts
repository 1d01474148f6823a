import { concat, type Homography, invert, project, rotation, scale, shift } from '../../miniprogram/image/homography'
import type { Point } from '../../miniprogram/image/point'

const SLANTED: Homography = [0.9, 0.2, 30, -0.1, 1.1, 20, 0.0004, -0.0003, 1]
const POINT: Point = { x: 120, y: 340 }

function expectSame(a: Point, b: Point): void {
  expect(a.x).toBeCloseTo(b.x, 6)
  expect(a.y).toBeCloseTo(b.y, 6)
}

test('the way back leads to where it began', () => {
  expectSame(project(invert(SLANTED), project(SLANTED, POINT)), POINT)
})

test('two ways one after the other are one', () => {
  const turned = rotation(30)
  expectSame(project(concat(turned, SLANTED), POINT), project(turned, project(SLANTED, POINT)))
})

test('shifts, scales and turns clockwise as seen', () => {
  expectSame(project(shift(3, -4), POINT), { x: 123, y: 336 })
  expectSame(project(scale(2), POINT), { x: 240, y: 680 })
  expectSame(project(rotation(90), { x: 1, y: 0 }), { x: 0, y: 1 })
})
