import type { Quad } from '../../../../miniprogram/image/quad'
import { between, distance, type Point } from '../../../../miniprogram/image/point'
import type { Scene } from './scene'

/** Reorders corners so that the first side is a long one. */
export const lengthwise = ([a, b, c, d]: Quad): Quad => (distance(a, b) < distance(b, c) ? [b, c, d, a] : [a, b, c, d])

/** Its sign says on which side of the line from `a` to `b` a point lies. */
const sideOf = (a: Point, b: Point, { x, y }: Point): number => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)

function contains(quad: Quad, point: Point): boolean {
  const sides = quad.map((corner, i) => sideOf(corner, quad[(i + 1) % 4] ?? corner, point))
  return sides.every((side) => side > 0) || sides.every((side) => side < 0)
}

/** The lines whose center is on a page. */
export const linesOnPages = ({ lines, cards }: Pick<Scene, 'lines' | 'cards'>): readonly Quad[] =>
  lines.filter(([a, , c]) => cards.some((card) => contains(card, between(a, c, 0.5))))
