import type { Point, Quad } from '../recognition'
import type { Area } from './quad'
import { projectionTo } from './warp'

/**
 * Where a point lies in what a quad encloses, seen straight: shares 0..1 of its width and height, beyond them outside.
 * The inverse of the projection that straightens it (Heckbert, Fundamentals of Texture Mapping and Image Warping, 2.2.3).
 */
export function shareIn(quad: Quad, point: Point): Point {
  const { x: [a, b, c], y: [d, e, f], w: [g, h] } = projectionTo(quad) // prettier-ignore
  const { x, y } = point
  // x (g u + h v + 1) = a u + b v + c, and so for y: two equations in u and v.
  const [a1, b1, c1] = [a - x * g, b - x * h, x - c]
  const [a2, b2, c2] = [d - y * g, e - y * h, y - f]
  const determinant = a1 * b2 - a2 * b1
  return { x: (c1 * b2 - c2 * b1) / determinant, y: (a1 * c2 - a2 * c1) / determinant }
}

/** The upright area around a box of the picture, in shares 0..1 of what `quad` encloses; cut at its edges. */
export function areaIn(quad: Quad, box: Quad): Area {
  const points = box.map((corner) => shareIn(quad, corner))
  const within = (value: number): number => Math.min(1, Math.max(0, value))
  const xs = points.map(({ x }) => within(x))
  const ys = points.map(({ y }) => within(y))
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}
