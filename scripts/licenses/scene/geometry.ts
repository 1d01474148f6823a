import type { Homography } from '../../../miniprogram/image/homography'
import { type Point, rotated } from '../../../miniprogram/image/point'
import { mapQuad, type Quad, quadOf } from '../../../miniprogram/image/quad'

export interface Pose {
  /** Radians clockwise in the plane. */
  readonly turn: number
  /** Radians about the horizontal and the vertical axis. */
  readonly pitch: number
  readonly yaw: number
  /** Of the camera, in units of the plane. */
  readonly distance: number
}

/** Projects the plane's origin to the given point, where one unit is `scale` px. */
export function poseHomography(
  { turn, pitch, yaw, distance }: Pose,
  scale: number,
  { x: cx, y: cy }: Point,
): Homography {
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
  return [scale * x0 + cx * z0, scale * x1 + cx * z1, cx, scale * y0 + cy * z0, scale * y1 + cy * z1, cy, z0, z1, 1]
}

/** The CSS transform of a homography, column-major. */
export const matrix3d = ([a, b, c, d, e, f, g, h, i]: Homography): string =>
  `matrix3d(${[a, d, 0, g, b, e, 0, h, 0, 0, 1, 0, c, f, 0, i].join(',')})`

/** Corners of a rotated rectangle in its own reading order. */
export function rotatedRect(middle: Point, width: number, height: number, angle: number): Quad {
  const [w, h] = [width / 2, height / 2]
  const upright = quadOf({ left: -w, top: -h, right: w, bottom: h })
  return mapQuad(upright, (corner) => {
    const { x, y } = rotated(corner, angle)
    return { x: middle.x + x, y: middle.y + y }
  })
}
