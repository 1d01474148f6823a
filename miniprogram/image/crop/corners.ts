import { cross, lengthOf, minus, type Point, rotated } from '../point'
import { type Quad, WHOLE } from '../quad'
import type { Size } from '../size'
import { type HalfPlane, nearestInside } from './half-plane'

/** A corner of a quad, in the order of `Quad`. Quads here are in shares 0..1 of a picture's width and height. */
export type Corner = 0 | 1 | 2 | 3
export const CORNERS: readonly Corner[] = [0, 1, 2, 3]

/**
 * Min distance of a corner from the diagonal through its neighbors, in shares of the picture: keeps the quad convex and
 * its sides at least this long.
 */
export const MIN_REACH = 0.05

const around = (corner: Corner, steps: 1 | 2 | 3): Corner => ((corner + steps) % 4) as Corner

/** Whether all corners lie in the picture, in order, and keep `reach`. */
export const isProper = (quad: Quad, reach = MIN_REACH): boolean =>
  CORNERS.every((corner) => {
    const { x, y } = quad[corner]
    const [before, after] = [quad[around(corner, 3)], quad[around(corner, 1)]]
    const diagonal = minus(before, after)
    const distance = cross(diagonal, minus(quad[corner], after)) / lengthOf(diagonal)
    return Math.min(x, y) >= 0 && Math.max(x, y) <= 1 && distance >= reach
  })

/** Where a corner keeps its distance from the diagonal through its neighbors. */
function beyondDiagonal(before: Point, after: Point): HalfPlane {
  const along = minus(before, after)
  const scale = MIN_REACH / lengthOf(along)
  return { through: { x: after.x - along.y * scale, y: after.y + along.x * scale }, along }
}

/** Where a corner may be so that both neighbors keep their distance from the diagonal through it. */
function besideNeighbors(before: Point, after: Point, opposite: Point): HalfPlane[] {
  const angle = (side: Point): number => Math.asin(Math.min(1, MIN_REACH / lengthOf(side)))
  const toBefore = minus(before, opposite)
  const fromAfter = minus(opposite, after)
  return [1, -1].flatMap((sign) => [
    { through: opposite, along: rotated(toBefore, sign * angle(toBefore)) },
    { through: opposite, along: rotated(fromAfter, sign * angle(fromAfter)) },
  ])
}

const withCorner = (quad: Quad, corner: Corner, point: Point): Quad => {
  const place = (at: Corner): Point => (at === corner ? point : quad[at])
  return [place(0), place(1), place(2), place(3)]
}

/** Moves a corner to the finger, or as close as the picture and the other corners allow. */
export function moveCorner(quad: Quad, corner: Corner, to: Point): Quad {
  const [before, after, opposite] = [quad[around(corner, 3)], quad[around(corner, 1)], quad[around(corner, 2)]]
  const bounds = [beyondDiagonal(before, after), ...besideNeighbors(before, after, opposite)]
  return withCorner(quad, corner, nearestInside(WHOLE, bounds, to) ?? quad[corner])
}

/** The corner nearest to a finger, if within `withinPx`; `size` of the picture in px. */
export function cornerNear(quad: Quad, at: Point, size: Size, withinPx: number): Corner | undefined {
  const distancePx = (corner: Corner): number =>
    Math.hypot((quad[corner].x - at.x) * size.width, (quad[corner].y - at.y) * size.height)
  const [nearest = 0] = [...CORNERS].sort((a, b) => distancePx(a) - distancePx(b))
  return distancePx(nearest) <= withinPx ? nearest : undefined
}
