import { type Frame, lumaAt, strideOf } from '../frame'
import type { Grid } from '../grid/grid'
import type { Corners } from '../quad/corners'

/** Lines sampled across the card, each way. */
const LINES = 22
/** Length of a segment, px: more than the width of a sharp edge */
const SEGMENT_PX = 9
/** Luminance range of a segment with text, absolute and as a share of the paper's. */
const MIN_RANGE = 22
const MIN_RANGE_SHARE = 0.22
/** Px on the shorter side per px of sampling step: larger frames are softer. */
const PX_PER_STEP = 480
const MIN_SEGMENTS = 24

const histogram = new Float32Array(64)

/** Adds a segment of a line: the share of its luminance range that the steepest step covers. */
function addSegment(data: Frame['data'], from: number, hop: number, minRange: number): void {
  let [low, high, steepest] = [255, 0, 0]
  let before = lumaAt(data, from)
  for (let i = 1; i < SEGMENT_PX; i++) {
    const luma = lumaAt(data, from + i * hop)
    if (luma < low) low = luma
    if (luma > high) high = luma
    const step = luma > before ? luma - before : before - luma
    if (step > steepest) steepest = step
    before = luma
  }
  const range = high - low
  if (range < minRange) return
  const bin = Math.min(histogram.length - 1, Math.floor((steepest / range) * histogram.length))
  histogram[bin] = (histogram[bin] ?? 0) + 1
}

/** undefined if there are too few segments */
function median(): number | undefined {
  let total = 0
  for (const count of histogram) total += count
  if (total < MIN_SEGMENTS) return undefined
  let left = total / 2
  for (let bin = 0; bin < histogram.length; bin++) {
    left -= histogram[bin] ?? 0
    if (left < 0) return (bin + 0.5) / histogram.length
  }
  return 1
}

/**
 * How sharp the text in a quad is, in the direction in which it is softer: the median share of an edge's luminance
 * range that lies within one px. Sharp text has more than 0.5, illegible text less than 0.25.
 *
 * @param paper luminance of the paper, 0..255
 * @returns 0..1; undefined if there is too little text
 */
export function sharpnessOf(frame: Frame, grid: Grid, corners: Corners, paper: number): number | undefined {
  const { data, width, height } = frame
  const strideBytes = strideOf(frame)
  const stepPx = Math.max(1, Math.round(Math.min(width, height) / PX_PER_STEP))
  const segmentPx = SEGMENT_PX * stepPx
  const minRange = Math.max(MIN_RANGE, MIN_RANGE_SHARE * paper)
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = corners
  const clampX = (x: number): number => Math.max(0, Math.min(width - 1, Math.round(x * grid.cellPx)))
  const clampY = (y: number): number => Math.max(0, Math.min(height - 1, Math.round(y * grid.cellPx)))
  const [left, right] = [clampX(Math.max(ax, dx) + 1), clampX(Math.min(bx, cx))]
  const [top, bottom] = [clampY(Math.max(ay, by) + 1), clampY(Math.min(cy, dy))]

  histogram.fill(0)
  for (let i = 0; i < LINES; i++) {
    const row = Math.floor(top + ((bottom - top) * (i + 0.5)) / LINES) * strideBytes
    for (let x = left; x + segmentPx <= right; x += segmentPx) addSegment(data, row + x * 4, stepPx * 4, minRange)
  }
  const horizontal = median()
  histogram.fill(0)
  for (let i = 0; i < LINES; i++) {
    const column = Math.floor(left + ((right - left) * (i + 0.5)) / LINES) * 4
    for (let y = top; y + segmentPx <= bottom; y += segmentPx)
      addSegment(data, column + y * strideBytes, stepPx * strideBytes, minRange)
  }
  const vertical = median()
  if (horizontal === undefined || vertical === undefined) return horizontal ?? vertical
  return Math.min(horizontal, vertical)
}
