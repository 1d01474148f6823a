import type { Point } from '../../../../miniprogram/vehicle-license/recognition'

/** A projective map of the plane, row by row; its last element is 1 but for scale. */
export type Homography = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
  i: number,
]

export function project([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + i
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w }
}

/** First `inner`, then `outer`. */
export function concat(outer: Homography, inner: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = outer
  const [a2, b2, c2, d2, e2, f2, g2, h2, i2] = inner
  return [
    a * a2 + b * d2 + c * g2,
    a * b2 + b * e2 + c * h2,
    a * c2 + b * f2 + c * i2,
    d * a2 + e * d2 + f * g2,
    d * b2 + e * e2 + f * h2,
    d * c2 + e * f2 + f * i2,
    g * a2 + h * d2 + i * g2,
    g * b2 + h * e2 + i * h2,
    g * c2 + h * f2 + i * i2,
  ]
}

/** The way back (by cofactors; the scale of a homography does not matter). */
export const invert = ([a, b, c, d, e, f, g, h, i]: Homography): Homography => [
  e * i - f * h,
  c * h - b * i,
  b * f - c * e,
  f * g - d * i,
  a * i - c * g,
  c * d - a * f,
  d * h - e * g,
  b * g - a * h,
  a * e - b * d,
]

export const scale = (by: number): Homography => [by, 0, 0, 0, by, 0, 0, 0, 1]

export const shift = (x: number, y: number): Homography => [1, 0, x, 0, 1, y, 0, 0, 1]

/** Clockwise as seen, about the origin. */
export function rotation(degrees: number): Homography {
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return [cos, -sin, 0, sin, cos, 0, 0, 0, 1]
}
