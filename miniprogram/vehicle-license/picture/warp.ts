import type { Quad } from '../recognition'
import type { Size } from './pose'

/** Four bytes a pixel, row by row, as of a canvas. */
export interface Pixels extends Size {
  readonly data: Uint8ClampedArray
}

/** x' = (a x + b y + c) / (g x + h y + 1), y' = (d x + e y + f) / (g x + h y + 1) */
interface Projection {
  readonly x: readonly [a: number, b: number, c: number]
  readonly y: readonly [d: number, e: number, f: number]
  readonly w: readonly [g: number, h: number]
}

/** From the unit square to a quad (Heckbert, Fundamentals of Texture Mapping and Image Warping, 2.2.3). */
export function projectionTo([p0, p1, p2, p3]: Quad): Projection {
  const [sumX, sumY] = [p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y]
  const [dx1, dx2, dy1, dy2] = [p1.x - p2.x, p3.x - p2.x, p1.y - p2.y, p3.y - p2.y]
  const whole = dx1 * dy2 - dx2 * dy1
  const g = (sumX * dy2 - dx2 * sumY) / whole
  const h = (dx1 * sumY - sumX * dy1) / whole
  return {
    x: [p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x, p0.x],
    y: [p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y, p0.y],
    w: [g, h],
  }
}

const within = (value: number, last: number): number => (value > 0 ? (value < last ? value : last) : 0)

/**
 * Fills `to` with what a quad of `from` encloses, seen straight: bilinear, so about one px to one or detail is passed
 * over. What lies beyond the border of `from` looks as the border does.
 *
 * @param quad px of `from`, corners in reading order, convex
 */
export function warp(from: Pixels, quad: Quad, to: Pixels): void {
  const { x: [a, b, c], y: [d, e, f], w: [g, h] } = projectionTo(quad) // prettier-ignore
  const { data, width, height } = from
  const out = to.data
  let at = 0
  for (let row = 0; row < to.height; row++) {
    const v = (row + 0.5) / to.height
    for (let column = 0; column < to.width; column++, at += 4) {
      const u = (column + 0.5) / to.width
      const w = g * u + h * v + 1
      const x = within((a * u + b * v + c) / w - 0.5, width - 1)
      const y = within((d * u + e * v + f) / w - 0.5, height - 1)
      const left = x | 0
      const top = y | 0
      const here = (top * width + left) * 4
      const beside = left + 1 < width ? 4 : 0
      const below = top + 1 < height ? width * 4 : 0
      const right = x - left
      const down = y - top
      for (let channel = 0; channel < 3; channel++) {
        const from00 = here + channel
        const upper = (data[from00] ?? 0) * (1 - right) + (data[from00 + beside] ?? 0) * right
        const lower = (data[from00 + below] ?? 0) * (1 - right) + (data[from00 + below + beside] ?? 0) * right
        out[at + channel] = upper * (1 - down) + lower * down
      }
      out[at + 3] = 255
    }
  }
}
