import { median, quantile } from '../../../../miniprogram/image/statistics'
import { distance } from '../../../../miniprogram/image/point'
import { type Quad, slice, widthOf } from '../../../../miniprogram/image/quad'
import { lengthwise, linesOnPages } from './lines-on-pages'
import { type Patch, patchOf } from './patch'
import type { Print } from './scene'

/** The longest lines are enough. */
const MAX_LINES = 12
/** Rows sampled of a line; larger print is shrunk to it. */
const MAX_ROWS = 32
/** Length sampled of a line, in its heights. */
const MAX_LENGTH = 6
/** px of a sample below which a line is too small to measure. */
const MIN_SIDE = 8
/** Of 255, between ink and paper. */
const MIN_CONTRAST = 25
/** Quantile of the gradients that counts as the steepest edge. */
const STEEPEST = 0.985
/** px: width of the sharpest edge that pixels can show. */
const SHARP_EDGE = 2.2

/** px from paper to ink; horizontally or vertically, whichever is more, because motion blur has one direction. */
function edgeWidth({ data, width, height }: Patch): number | undefined {
  const contrast = quantile(data, 0.9) - quantile(data, 0.03)
  if (contrast < MIN_CONTRAST) return undefined
  const horizontal = new Float32Array((width - 2) * (height - 2))
  const vertical = new Float32Array(horizontal.length)
  for (let y = 1, i = 0; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++, i++) {
      const at = y * width + x
      // Sobel, which averages noise along the edge.
      const rising = (data[at - width + 1] ?? 0) - (data[at + width - 1] ?? 0)
      const falling = (data[at + width + 1] ?? 0) - (data[at - width - 1] ?? 0)
      horizontal[i] = Math.abs(rising + falling + 2 * ((data[at + 1] ?? 0) - (data[at - 1] ?? 0))) / 8
      vertical[i] = Math.abs(falling - rising + 2 * ((data[at + width] ?? 0) - (data[at - width] ?? 0))) / 8
    }
  }
  return contrast / Math.max(0.25, Math.min(quantile(horizontal, STEEPEST), quantile(vertical, STEEPEST)))
}

function blurOfLine(picture: Print['picture'], line: Quad): number | undefined {
  const [length, size] = [distance(line[0], line[1]), distance(line[1], line[2])]
  const share = Math.min(1, (MAX_LENGTH * size) / length)
  const scale = Math.min(1, MAX_ROWS / size)
  const [width, height] = [Math.round(length * share * scale), Math.round(size * scale)]
  if (width < MIN_SIDE || height < MIN_SIDE) return undefined
  const edge = edgeWidth(patchOf(picture, slice(line, 0, share), width, height))
  return edge === undefined ? undefined : Math.sqrt(Math.max(0, edge ** 2 - SHARP_EDGE ** 2)) / height
}

/** Blur radius of the print in line heights, median over the lines; 0 without print. */
export function blurOf(print: Print): number {
  const longest = [...linesOnPages(print)].sort((a, b) => widthOf(b) - widthOf(a)).slice(0, MAX_LINES)
  return median(longest.flatMap((line) => blurOfLine(print.picture, lengthwise(line)) ?? [])) ?? 0
}
