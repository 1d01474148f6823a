import { between, cross, lengthOf, minus, type Point } from '../point'

/** One side of a line, the line included: on the right when facing `along` (y down). */
export interface HalfPlane {
  readonly through: Point
  readonly along: Point
}

/** Distance inside, in multiples of the length of `along`; negative outside. */
const depth = ({ through, along }: HalfPlane, point: Point): number => cross(along, minus(point, through))

/** The part of a convex polygon inside a half-plane (Sutherland and Hodgman, 1974). */
function clip(polygon: readonly Point[], half: HalfPlane): readonly Point[] {
  return polygon.flatMap((point, index) => {
    const before = polygon[(index + polygon.length - 1) % polygon.length] ?? point
    const [from, to] = [depth(half, before), depth(half, point)]
    const crossing = from < 0 === to < 0 ? [] : [between(before, point, from / (from - to))]
    return to < 0 ? crossing : [...crossing, point]
  })
}

/** The sides of a convex polygon (clockwise, y down), which lies inside each. */
const sidesOf = (polygon: readonly Point[]): HalfPlane[] =>
  polygon.map((through, index) => ({
    through,
    along: minus(polygon[(index + 1) % polygon.length] ?? through, through),
  }))

/** The point nearest to `to` on the segment from `through` to `through + along`. */
function nearestOn({ through, along }: HalfPlane, to: Point): Point {
  const offset = minus(to, through)
  const squared = along.x ** 2 + along.y ** 2
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (along.x * offset.x + along.y * offset.y) / squared))
  return { x: through.x + along.x * share, y: through.y + along.y * share }
}

/** The point nearest to `to` inside a convex polygon (clockwise, y down) and all half-planes, if they intersect. */
export function nearestInside(polygon: readonly Point[], halves: readonly HalfPlane[], to: Point): Point | undefined {
  if ([...sidesOf(polygon), ...halves].every((half) => depth(half, to) >= 0)) return to
  const distance = (point: Point): number => lengthOf(minus(point, to))
  return sidesOf(halves.reduce(clip, polygon))
    .map((side) => nearestOn(side, to))
    .sort((a, b) => distance(a) - distance(b))[0]
}
