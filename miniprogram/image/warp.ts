import { homographyTo } from './homography'
import type { Quad } from './quad'
import type { Size } from './size'

/** RGBA, row by row, as in a canvas. */
export interface Pixels extends Size {
  readonly data: Uint8ClampedArray
}

const within = (value: number, last: number): number => (value > 0 ? (value < last ? value : last) : 0)

/**
 * Fills `to` with the straightened content of a quad. Bilinear: shrinking by much loses detail. Beyond the border of
 * `from`, its border pixels repeat.
 *
 * @param quad px of `from`, convex
 */
export function warp(from: Pixels, quad: Quad, to: Pixels): void {
  const [a, b, c, d, e, f, g, h] = homographyTo(quad)
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
