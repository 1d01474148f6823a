import type { Point } from '../../../../miniprogram/image/point'
import type { Size } from '../../../../miniprogram/image/size'

/** x' = a·x + c·y + e, y' = b·x + d·y + f (the order of CSS `matrix()`) */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const apply = ([a, b, c, d, e, f]: Affine, { x, y }: Point): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
})

/** First `inner`, then `outer`. */
export const compose = ([a, b, c, d, e, f]: Affine, [a2, b2, c2, d2, e2, f2]: Affine): Affine => [
  a * a2 + c * b2,
  b * a2 + d * b2,
  a * c2 + c * d2,
  b * c2 + d * d2,
  a * e2 + c * f2 + e,
  b * e2 + d * f2 + f,
]

export const scaling = (x: number, y: number): Affine => [x, 0, 0, y, 0, 0]

/** From the upright picture to the stored one, by EXIF orientation (1 to 8). Size as stored, px. */
export function fromOrientation(orientation: number, { width, height }: Size): Affine {
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, width, 0]
    case 3:
      return [-1, 0, 0, -1, width, height]
    case 4:
      return [1, 0, 0, -1, 0, height]
    case 5:
      return [0, 1, 1, 0, 0, 0]
    case 6:
      return [0, -1, 1, 0, 0, height]
    case 7:
      return [0, -1, -1, 0, width, height]
    case 8:
      return [0, 1, -1, 0, width, 0]
    default:
      return [1, 0, 0, 1, 0, 0]
  }
}
