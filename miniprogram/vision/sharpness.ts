import { type Frame, lumaAt, strideOf } from './frame'
import type { Grid } from './grid'
import type { Corners } from './quad'

/** Lines across the card each way, along which it is looked at px by px. */
const LINES = 22
/** px of a piece of a line: longer than an edge is wide that is sharp enough */
const PIECE_PX = 9
/** Difference of luminance in a piece that only print makes, and the same as a share of the paper's luminance */
const LEAST_RANGE = 22
const RANGE_OF_PAPER = 0.22
/** Frames of more px on the shorter side are as soft at larger steps. */
const STEP_PX = 480
const BUCKETS = 64

const counts = new Float32Array(BUCKETS)

/** Adds the pieces of one line: how much of the whole rise comes within one step. */
function addLine(frame: Frame, from: number, hop: number, length: number, step: number, leastRange: number): void {
  const piece = PIECE_PX * step
  const { data } = frame
  for (let start = 0; start + piece <= length; start += piece) {
    let [low, high, most] = [255, 0, 0]
    let before = lumaAt(data, from + start * hop)
    for (let i = step; i < piece; i += step) {
      const luma = lumaAt(data, from + (start + i) * hop)
      if (luma < low) low = luma
      if (luma > high) high = luma
      const rise = luma > before ? luma - before : before - luma
      if (rise > most) most = rise
      before = luma
    }
    const range = high - low
    if (range < leastRange) continue
    const bucket = Math.min(BUCKETS - 1, Math.floor((most / range) * BUCKETS))
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
}

/** The share that half of the pieces reach; undefined where there are too few to tell. */
function medianShare(): number | undefined {
  let total = 0
  for (let bucket = 0; bucket < BUCKETS; bucket++) total += counts[bucket] ?? 0
  if (total < FEWEST) return undefined
  let left = total / 2
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    left -= counts[bucket] ?? 0
    if (left < 0) return (bucket + 0.5) / BUCKETS
  }
  return 1
}
const FEWEST = 24

/**
 * How sharp the print in a quad is, in the direction in which it is softer: the share of an edge's rise that comes
 * within one px. Sharp print has more than a half, print that nobody can read less than a quarter.
 *
 * @param paper luminance of the paper, 0..255
 * @returns 0..1; undefined where there is too little print to tell
 */
export function sharpnessOf(frame: Frame, grid: Grid, corners: Corners, paper: number): number | undefined {
  const strideBytes = strideOf(frame)
  const step = Math.max(1, Math.round(Math.min(frame.width, frame.height) / STEP_PX))
  const leastRange = Math.max(LEAST_RANGE, RANGE_OF_PAPER * paper)
  const { cellPx } = grid
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, dx = 0, dy = 0] = corners
  const clampX = (x: number): number => Math.max(0, Math.min(frame.width - 1, Math.round(x * cellPx)))
  const clampY = (y: number): number => Math.max(0, Math.min(frame.height - 1, Math.round(y * cellPx)))
  const [left, right] = [clampX(Math.max(ax, dx) + 1), clampX(Math.min(bx, cx))]
  const [top, bottom] = [clampY(Math.max(ay, by) + 1), clampY(Math.min(cy, dy))]

  counts.fill(0)
  for (let i = 0; i < LINES; i++) {
    const y = Math.floor(top + ((bottom - top) * (i + 0.5)) / LINES)
    addLine(frame, y * strideBytes + left * 4, 4, right - left, step, leastRange)
  }
  const level = medianShare()
  counts.fill(0)
  for (let i = 0; i < LINES; i++) {
    const x = Math.floor(left + ((right - left) * (i + 0.5)) / LINES)
    addLine(frame, top * strideBytes + x * 4, strideBytes, bottom - top, step, leastRange)
  }
  const upright = medianShare()
  if (level === undefined || upright === undefined) return level ?? upright
  return Math.min(level, upright)
}
