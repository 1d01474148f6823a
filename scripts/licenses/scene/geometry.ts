import type { Point, Quad } from '../../../miniprogram/vehicle-license/recognition'

/** Rows of 3 × 3 numbers: a plane as a camera sees it. */
export type Homography = readonly [
  readonly [number, number, number],
  readonly [number, number, number],
  readonly [number, number, number],
]

export interface Pose {
  /** Radians in the plane, clockwise. */
  readonly turn: number
  /** Radians out of the plane, about the level and the upright axis. */
  readonly pitch: number
  readonly yaw: number
  /** How far the camera is, in the plane's unit. */
  readonly distance: number
}

/** The plane's origin is seen at the picture's; `scale` px are one unit there. */
export function look({ turn, pitch, yaw, distance }: Pose, scale: number, { x: cx, y: cy }: Point): Homography {
  const [ct, st, cp, sp, cw, sw] = [turn, pitch, yaw].flatMap((angle) => [Math.cos(angle), Math.sin(angle)]) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const [x0, x1] = [cw * ct, -cw * st]
  const [y0, y1] = [cp * st + sp * sw * ct, cp * ct - sp * sw * st]
  const [z0, z1] = [(sp * st - cp * sw * ct) / distance, (sp * ct + cp * sw * st) / distance]
  return [
    [scale * x0 + cx * z0, scale * x1 + cx * z1, cx],
    [scale * y0 + cy * z0, scale * y1 + cy * z1, cy],
    [z0, z1, 1],
  ]
}

export function project([a, b, c]: Homography, { x, y }: Point): Point {
  const w = c[0] * x + c[1] * y + c[2]
  return { x: (a[0] * x + a[1] * y + a[2]) / w, y: (b[0] * x + b[1] * y + b[2]) / w }
}

/** The same for CSS, column by column. */
export const matrix3d = ([a, b, c]: Homography): string =>
  `matrix3d(${[a[0], b[0], 0, c[0], a[1], b[1], 0, c[1], 0, 0, 1, 0, a[2], b[2], 0, c[2]].join(',')})`

/** Corners of a rectangle turned about its middle, in its own reading order. */
export function turned(middle: Point, width: number, height: number, angle: number): Quad {
  const corner = (x: number, y: number): Point => ({
    x: middle.x + x * Math.cos(angle) - y * Math.sin(angle),
    y: middle.y + x * Math.sin(angle) + y * Math.cos(angle),
  })
  const [w, h] = [width / 2, height / 2]
  return [corner(-w, -h), corner(w, -h), corner(w, h), corner(-w, h)]
}

export const lengthOf = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y)

export function boundsOf(points: readonly Point[]) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top }
}
