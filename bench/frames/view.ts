import { type Homography, invert, project } from '../../miniprogram/image/homography'
import { mapQuad, type Quad } from '../../miniprogram/image/quad'
import type { Point } from '../../miniprogram/image/point'
import { poseHomography, type Pose } from '../../scripts/licenses/scene/geometry'

/** RGB */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Float32Array
}

/** A plane, and at half size for small views. */
export interface Texture {
  readonly full: Picture
  readonly half: Picture
}

export interface View {
  readonly pose: Pose
  /** px of the frame per px of the plane, at the origin */
  readonly scale: number
  /** Where the plane's center is in the frame. */
  readonly at: Point
}

export function halve({ width, height, pixels }: Picture): Picture {
  const [w, h] = [width >> 1, height >> 1]
  const half = new Float32Array(w * h * 3)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      for (let c = 0; c < 3; c++) {
        const at = (2 * y * width + 2 * x) * 3 + c
        const below = at + width * 3
        half[(y * w + x) * 3 + c] =
          ((pixels[at] ?? 0) + (pixels[at + 3] ?? 0) + (pixels[below] ?? 0) + (pixels[below + 3] ?? 0)) / 4
      }
    }
  }
  return { width: w, height: h, pixels: half }
}

/** From points of the plane, relative to its center, to the frame. */
const homographyOf = ({ pose, scale, at }: View): Homography => poseHomography(pose, scale, at)

/** Projects a quad of a plane with a side of `planePx` to the frame. */
export function projectQuad(view: View, quad: Quad, planePx: number): Quad {
  const seen = homographyOf(view)
  return mapQuad(quad, ({ x, y }) => project(seen, { x: x - planePx / 2, y: y - planePx / 2 }))
}

/** Mirrors the plane at its borders. */
const mirror = (value: number, size: number): number => {
  const turn = ((value % (2 * size)) + 2 * size) % (2 * size)
  return Math.min(size - 1.001, turn < size ? turn : 2 * size - turn)
}

/** Renders a view with ideal optics. */
export function shoot({ full, half }: Texture, view: View, width: number, height: number): Picture {
  const isSmall = view.scale < 0.62
  const source = isSmall ? half : full
  const [a, b, c, d, e, f, g, h, i] = invert(homographyOf(view))
  const zoom = isSmall ? 0.5 : 1
  const pixels = new Float32Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const w = g * x + h * y + i
      const u = mirror(((a * x + b * y + c) / w) * zoom + source.width / 2, source.width)
      const v = mirror(((d * x + e * y + f) / w) * zoom + source.height / 2, source.height)
      const [left, top] = [Math.floor(u), Math.floor(v)]
      const [right, below] = [u - left, v - top]
      const from = (top * source.width + left) * 3
      const under = from + source.width * 3
      const to = (y * width + x) * 3
      for (let channel = 0; channel < 3; channel++) {
        const at = from + channel
        const low = under + channel
        const upper = (source.pixels[at] ?? 0) * (1 - right) + (source.pixels[at + 3] ?? 0) * right
        const lower = (source.pixels[low] ?? 0) * (1 - right) + (source.pixels[low + 3] ?? 0) * right
        pixels[to + channel] = upper * (1 - below) + lower * below
      }
    }
  }
  return { width, height, pixels }
}
