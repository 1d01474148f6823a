import type { Point } from './point'
import type { Quad } from './quad'

/** A projective transform of the plane, row by row; its scale does not matter. */
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

/** The inverse, up to scale (by cofactors). */
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

/** From the unit square to a quad (Heckbert, Fundamentals of Texture Mapping and Image Warping, 2.2.3). */
export function homographyTo([p0, p1, p2, p3]: Quad): Homography {
  const [sumX, sumY] = [p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y]
  const [dx1, dx2, dy1, dy2] = [p1.x - p2.x, p3.x - p2.x, p1.y - p2.y, p3.y - p2.y]
  const whole = dx1 * dy2 - dx2 * dy1
  const g = (sumX * dy2 - dx2 * sumY) / whole
  const h = (dx1 * sumY - sumX * dy1) / whole
  return [
    p1.x - p0.x + g * p1.x,
    p3.x - p0.x + h * p3.x,
    p0.x,
    p1.y - p0.y + g * p1.y,
    p3.y - p0.y + h * p3.y,
    p0.y,
    g,
    h,
    1,
  ]
}

export const scale = (by: number): Homography => [by, 0, 0, 0, by, 0, 0, 0, 1]

export const shift = (x: number, y: number): Homography => [1, 0, x, 0, 1, y, 0, 0, 1]

/** Clockwise as seen, about the origin. */
export function rotation(degrees: number): Homography {
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return [cos, -sin, 0, sin, cos, 0, 0, 0, 1]
}
