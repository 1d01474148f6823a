import type { Scene } from './scene'
import type { Quad } from '../../../../miniprogram/image/quad'
import { between, distance, type Point } from '../../../../miniprogram/image/point'

/** A line of text from one end to the other: its first corner need not be where it begins. */
export const lengthwise = ([a, b, c, d]: Quad): Quad => (distance(a, b) < distance(b, c) ? [b, c, d, a] : [a, b, c, d])

/** On which side of the way from `a` to `b` a point lies: the sign tells. */
const sideOf = (a: Point, b: Point, { x, y }: Point): number => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)

function isIn(quad: Quad, point: Point): boolean {
  const sides = quad.map((corner, i) => sideOf(corner, quad[(i + 1) % 4] ?? corner, point))
  return sides.every((side) => side > 0) || sides.every((side) => side < 0)
}

/** The lines that are on the pages, and not around them. */
export const linesOnPages = ({ lines, cards }: Pick<Scene, 'lines' | 'cards'>): readonly Quad[] =>
  lines.filter(([a, , c]) => cards.some((card) => isIn(card, between(a, c, 0.5))))
