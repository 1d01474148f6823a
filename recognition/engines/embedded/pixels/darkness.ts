import type { Rect } from './geometry'
import type { Picture } from './picture'

/** Values 0..1, row by row. */
export interface ValueMap {
  readonly data: Float32Array
  readonly width: number
  readonly height: number
}

function patch({ data, width, height }: Picture, rect: Rect): ValueMap {
  const [left, top] = [Math.max(0, Math.round(rect.left)), Math.max(0, Math.round(rect.top))]
  const [right, bottom] = [Math.min(width, Math.round(rect.right)), Math.min(height, Math.round(rect.bottom))]
  const size = { width: Math.max(0, right - left), height: Math.max(0, bottom - top) }
  const luminance = new Float32Array(size.width * size.height)
  for (let i = 0; i < luminance.length; i++) {
    const at = 3 * ((top + Math.floor(i / size.width)) * width + left + (i % size.width))
    luminance[i] = (0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)) / 255
  }
  return { data: luminance, ...size }
}

/** The value that this share (0..1) of all values is below. */
const quantile = (values: Float32Array, share: number): number =>
  values.slice().sort()[Math.floor(share * (values.length - 1))] ?? 0

/** Share of a word's pixels that are surely ink. */
const INK = 0.05
/** Less than this between ink and paper (of 1) is no print. */
const MIN_CONTRAST = 0.1

/**
 * How dark each pixel of a place is: 0 like the paper there, 1 like the ink of a printed word near it.
 * `undefined` where the two do not differ.
 */
export function darkness(picture: Picture, place: Rect, word: Rect): ValueMap | undefined {
  const luminance = patch(picture, place)
  const paper = quantile(luminance.data, 0.5)
  const contrast = paper - quantile(patch(picture, word).data, INK)
  if (contrast < MIN_CONTRAST) return undefined
  const data = luminance.data.map((value) => Math.min(1, Math.max(0, (paper - value) / contrast)))
  return { ...luminance, data }
}
