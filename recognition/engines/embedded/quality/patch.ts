import { luminanceAt } from '../../../../miniprogram/image/luminance'
import type { Quad } from '../../../../miniprogram/image/quad'
import { between, type Point } from '../../../../miniprogram/image/point'
import type { Picture } from '../pixels/picture'

/** Luminance 0..255, row by row. */
export interface Patch {
  readonly data: Float32Array
  readonly width: number
  readonly height: number
}

/** The point at shares (0..1) of a quad's width and height. */
export const pointIn = ([a, b, c, d]: Quad, across: number, down: number): Point =>
  between(between(a, b, across), between(d, c, across), down)

/** Index of a pixel's first byte; outside the picture, of the nearest pixel. */
export function pixelAt({ width, height }: Picture, x: number, y: number): number {
  const column = Math.min(width - 1, Math.max(0, Math.floor(x)))
  const row = Math.min(height - 1, Math.max(0, Math.floor(y)))
  return 3 * (row * width + column)
}

/** Bilinear. */
function interpolatedLuminance(picture: Picture, x: number, y: number): number {
  const left = Math.min(Math.max(x - 0.5, 0), picture.width - 1.001)
  const top = Math.min(Math.max(y - 0.5, 0), picture.height - 1.001)
  const [column, row] = [Math.floor(left), Math.floor(top)]
  const right = left - column
  const down = top - row
  const here = 3 * (row * picture.width + column)
  const below = here + 3 * picture.width
  const above = luminanceAt(picture.data, here) * (1 - right) + luminanceAt(picture.data, here + 3) * right
  const under = luminanceAt(picture.data, below) * (1 - right) + luminanceAt(picture.data, below + 3) * right
  return above * (1 - down) + under * down
}

/** Warps a quad to a rectangle of this size in px. */
export function patchOf(picture: Picture, quad: Quad, width: number, height: number): Patch {
  const data = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = pointIn(quad, 0, (y + 0.5) / height)
    const to = pointIn(quad, 1, (y + 0.5) / height)
    for (let x = 0; x < width; x++) {
      const share = (x + 0.5) / width
      data[y * width + x] = interpolatedLuminance(
        picture,
        from.x + (to.x - from.x) * share,
        from.y + (to.y - from.y) * share,
      )
    }
  }
  return { data, width, height }
}
