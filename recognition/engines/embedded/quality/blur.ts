import type { Scene } from './scene'
import { lengthwise, linesOnPages } from './lines-on-pages'
import { median, quantile } from '../../../../miniprogram/image/statistics'
import { distance } from '../../../../miniprogram/image/point'
import { type Quad, slice, widthOf } from '../../../../miniprogram/image/quad'
import { type Patch, patchOf } from './patch'

/** Lines that are looked at: the longest ones tell enough. */
const MAX_LINES = 12
/** Rows that a line is looked at in: larger print has edges enough in fewer than it has. */
const MAX_ROWS = 32
/** As much of a line, in its heights, is enough. */
const MAX_LENGTH = 6
/** px; a line that is smaller tells nothing. */
const MIN_SIDE = 8
/** Of 255; less between ink and paper is no print. */
const MIN_CONTRAST = 25
/** Share of a line's pixels that are less steep than those which tell how wide its edges are. */
const LESS_STEEP = 0.985

/** px; the sharpest edge that pixels can show. */
const SHARP_EDGE = 2.2

/** px of the patch from paper to ink; across or down, whichever is more: hands shake in one direction. */
function edgeWidth({ data, width, height }: Patch): number | undefined {
  const contrast = quantile(data, 0.9) - quantile(data, 0.03)
  if (contrast < MIN_CONTRAST) return undefined
  const across = new Float32Array((width - 2) * (height - 2))
  const down = new Float32Array(across.length)
  for (let y = 1, i = 0; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++, i++) {
      const at = y * width + x
      // Averaged along the edge (Sobel), so that noise is not taken for one.
      const rising = (data[at - width + 1] ?? 0) - (data[at + width - 1] ?? 0)
      const falling = (data[at + width + 1] ?? 0) - (data[at - width - 1] ?? 0)
      across[i] = Math.abs(rising + falling + 2 * ((data[at + 1] ?? 0) - (data[at - 1] ?? 0))) / 8
      down[i] = Math.abs(falling - rising + 2 * ((data[at + width] ?? 0) - (data[at - width] ?? 0))) / 8
    }
  }
  return contrast / Math.max(0.25, Math.min(quantile(across, LESS_STEEP), quantile(down, LESS_STEEP)))
}

function blurOfLine({ picture }: Pick<Scene, 'picture'>, line: Quad): number | undefined {
  const [length, size] = [distance(line[0], line[1]), distance(line[1], line[2])]
  const share = Math.min(1, (MAX_LENGTH * size) / length)
  const scale = Math.min(1, MAX_ROWS / size)
  const [width, height] = [Math.round(length * share * scale), Math.round(size * scale)]
  if (width < MIN_SIDE || height < MIN_SIDE) return undefined
  const edge = edgeWidth(patchOf(picture, slice(line, 0, share), width, height))
  return edge === undefined ? undefined : Math.sqrt(Math.max(0, edge ** 2 - SHARP_EDGE ** 2)) / height
}

/**
 * How wide the edges of print are for their lack of sharpness, in heights of the line: the middle of the lines.
 * 0 where there is no print to tell by.
 */
export function blurOf(seen: Omit<Scene, 'textHeight'>): number {
  const longest = [...linesOnPages(seen)].sort((a, b) => widthOf(b) - widthOf(a)).slice(0, MAX_LINES)
  return median(longest.flatMap((line) => blurOfLine(seen, lengthwise(line)) ?? [])) ?? 0
}
