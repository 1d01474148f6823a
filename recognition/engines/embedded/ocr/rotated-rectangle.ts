import type { Quad } from '../../../../miniprogram/image/quad'
import type { Point } from '../../../../miniprogram/image/point'

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)

function halfHull(points: readonly Point[]): Point[] {
  const chain: Point[] = []
  for (const point of points) {
    for (;;) {
      const [before, last] = chain.slice(-2)
      if (before === undefined || last === undefined || cross(before, last, point) > 0) break
      chain.pop()
    }
    chain.push(point)
  }
  return chain.slice(0, -1)
}

/** Convex hull, corners in order (Andrew's monotone chain). */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  return [...halfHull(sorted), ...halfHull(sorted.reverse())]
}

export interface RotatedRectangle {
  readonly center: Point
  readonly width: number
  readonly height: number
  /** radians, clockwise with y down */
  readonly angle: number
}

/** The bounding rectangle of a hull at this angle. */
function rectangleAlong(hull: readonly Point[], angle: number): RotatedRectangle {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const along = hull.map(({ x, y }) => x * cos + y * sin)
  const across = hull.map(({ x, y }) => y * cos - x * sin)
  const [left, right] = [Math.min(...along), Math.max(...along)]
  const [top, bottom] = [Math.min(...across), Math.max(...across)]
  const [u, v] = [(left + right) / 2, (top + bottom) / 2]
  return {
    center: { x: u * cos - v * sin, y: u * sin + v * cos },
    width: right - left,
    height: bottom - top,
    angle,
  }
}

/** Minimum-area bounding rectangle; one of its sides lies on a side of the hull. */
export function minAreaRectangle(points: readonly Point[]): RotatedRectangle {
  const hull = convexHull(points)
  const angles = hull.map((point, i) => {
    const next = hull[(i + 1) % hull.length] ?? point
    return Math.atan2(next.y - point.y, next.x - point.x)
  })
  const rectangles = angles.map((angle) => rectangleAlong(hull, angle))
  return rectangles.reduce(
    (best, next) => (next.width * next.height < best.width * best.height ? next : best),
    rectangles[0] ?? rectangleAlong(points, 0),
  )
}

/** Corners clockwise; the first side is along `angle`. */
export function cornersOf({ center, width, height, angle }: RotatedRectangle): Quad {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const corner = (u: number, v: number): Point => ({
    x: center.x + (u * width * cos - v * height * sin) / 2,
    y: center.y + (u * width * sin + v * height * cos) / 2,
  })
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}
