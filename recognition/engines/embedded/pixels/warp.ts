import type { Size } from '../../../../miniprogram/image/size'
import type { Homography } from '../../../../miniprogram/image/homography'
import type { Pixels } from './picture'

/** Gray, of 255, outside the picture. */
const OUTSIDE = 136

/**
 * Warps by a homography, bilinear; returns RGB. Aliases if the result is much smaller.
 *
 * @param toPicture from px of the result to px of the picture
 */
export function warp({ data, width, height }: Pixels, toPicture: Homography, size: Size): Uint8Array {
  const [a, b, c, d, e, f, g, h, i] = toPicture
  const out = new Uint8Array(size.width * size.height * 3)
  const stride = width * 3
  let at = 0
  for (let v = 0; v < size.height; v++) {
    const y = v + 0.5
    for (let u = 0; u < size.width; u++, at += 3) {
      const x = u + 0.5
      const w = g * x + h * y + i
      const left = (a * x + b * y + c) / w - 0.5
      const top = (d * x + e * y + f) / w - 0.5
      const column = Math.floor(left)
      const row = Math.floor(top)
      if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) {
        out[at] = out[at + 1] = out[at + 2] = OUTSIDE
        continue
      }
      const right = left - column
      const down = top - row
      const ofA = (1 - right) * (1 - down)
      const ofB = right * (1 - down)
      const ofC = right * down
      const ofD = (1 - right) * down
      const here = row * stride + column * 3
      for (let channel = 0; channel < 3; channel++) {
        const above = here + channel
        const below = above + stride
        out[at + channel] =
          (data[above] ?? 0) * ofA +
          (data[above + 3] ?? 0) * ofB +
          (data[below + 3] ?? 0) * ofC +
          (data[below] ?? 0) * ofD
      }
    }
  }
  return out
}
