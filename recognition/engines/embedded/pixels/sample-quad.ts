import type { Size } from '../../../../miniprogram/image/size'
import { heightOf, type Quad } from '../../../../miniprogram/image/quad'
import type { Pixels } from './picture'

/** Of the histogram of a line's values, -1..1. */
const BINS = 512

/** Of -1..1: values of ink and paper after contrast stretching. */
export const INK = -0.8
export const PAPER = 0.85
const MAX_GAIN = 5
/** Quantiles that are ink and paper. */
const [DARKEST, LIGHTEST] = [0.02, 0.9]

/** Stretches the contrast of a line to that of print in good light; never reduces it. `padded`: px per row. */
function stretchContrast(tensor: Float32Array, { width, height }: Size, padded: number): void {
  const plane = padded * height
  // Every second row and column is enough.
  const counts = new Uint32Array(BINS)
  let count = 0
  for (let y = 0; y < height; y += 2) {
    for (let at = y * padded; at < y * padded + width; at += 2, count++) {
      const mean = ((tensor[at] ?? 0) + (tensor[at + plane] ?? 0) + (tensor[at + 2 * plane] ?? 0)) / 3
      const bin = Math.min(BINS - 1, Math.max(0, Math.floor(((mean + 1) / 2) * BINS)))
      counts[bin] = (counts[bin] ?? 0) + 1
    }
  }
  const quantile = (share: number): number => {
    let below = 0
    const bin = counts.findIndex((own) => (below += own) > share * count)
    return (2 * (bin + 0.5)) / BINS - 1
  }
  const [dark, light] = [quantile(DARKEST), quantile(LIGHTEST)]
  const gain = Math.min(MAX_GAIN, (PAPER - INK) / Math.max(0.01, light - dark))
  if (gain <= 1) return
  for (let c = 0; c < 3; c++) {
    for (let y = 0; y < height; y++) {
      const row = c * plane + y * padded
      for (let at = row; at < row + width; at++) {
        tensor[at] = Math.min(1, Math.max(-1, PAPER - (light - (tensor[at] ?? 0)) * gain))
      }
    }
  }
}

/**
 * Warps a quad to a rectangle of `content` px, left-aligned in a tensor `padded` px wide: planes B, G, R, values -1..1,
 * as PP-OCR expects; the padding is 0.
 */
export function sampleQuad(picture: Pixels, quad: Quad, content: Size, padded: number): Float32Array {
  const { data } = picture
  const { width, height } = content
  const plane = padded * height
  const tensor = new Float32Array(3 * plane)
  // Samples per px in each direction, against aliasing of large quads.
  const grid = Math.min(4, Math.max(1, Math.round(heightOf(quad) / height)))
  const share = 1 / (grid * grid * 127.5)
  const [a, b, c, d] = quad
  const [maxX, maxY] = [picture.width - 1.001, picture.height - 1.001]
  const stride = 3 * picture.width
  for (let row = 0; row < height * grid; row++) {
    const down = (row + 0.5) / (height * grid)
    const [fromX, fromY] = [a.x + (d.x - a.x) * down - 0.5, a.y + (d.y - a.y) * down - 0.5]
    const stepX = (b.x + (c.x - b.x) * down - 0.5 - fromX) / (width * grid)
    const stepY = (b.y + (c.y - b.y) * down - 0.5 - fromY) / (width * grid)
    const begin = Math.floor(row / grid) * padded
    for (let column = 0; column < width * grid; column++) {
      const x = Math.min(Math.max(fromX + stepX * (column + 0.5), 0), maxX)
      const y = Math.min(Math.max(fromY + stepY * (column + 0.5), 0), maxY)
      const left = Math.floor(x)
      const top = Math.floor(y)
      const right = x - left
      const below = y - top
      // Bilinear weights.
      const ofA = (1 - right) * (1 - below) * share
      const ofB = right * (1 - below) * share
      const ofC = right * below * share
      const ofD = (1 - right) * below * share
      const above = top * stride + 3 * left
      const under = above + stride
      const red = begin + Math.floor(column / grid) + 2 * plane
      for (let channel = 0, into = red; channel < 3; channel++, into -= plane) {
        tensor[into] =
          (tensor[into] ?? 0) +
          (data[above + channel] ?? 0) * ofA +
          (data[above + channel + 3] ?? 0) * ofB +
          (data[under + channel + 3] ?? 0) * ofC +
          (data[under + channel] ?? 0) * ofD
      }
    }
  }
  for (let row = 0; row < tensor.length; row += padded) {
    for (let at = row; at < row + width; at++) tensor[at] = (tensor[at] ?? 0) - 1
  }
  stretchContrast(tensor, content, padded)
  return tensor
}
