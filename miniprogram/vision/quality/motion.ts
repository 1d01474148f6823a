import type { Grid } from '../grid/grid'

/** How a frame differs from the one before. */
export interface Motion {
  /** Shift of the whole image, cells; reliable up to about two */
  shift: number
  /** Change of luminance relative to the gradients, cells: more than the shift where the images differ */
  change: number
}

/** Gradient from which a cell counts, and cells needed. */
const MIN_GRADIENT = 3
const MIN_CELLS = 40

/**
 * Sets the motion between two grids of one size, by least squares (Lucas-Kanade). Noise and changes of exposure
 * cancel out over all cells.
 *
 * @param before luminance of the frame before
 */
export function readMotion(motion: Motion, before: Float32Array, { luma, dx, dy }: Grid): void {
  let [xx, xy, yy, xt, yt, tt, x, y, t, count] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < luma.length; i++) {
    const gx = dx[i] ?? 0
    const gy = dy[i] ?? 0
    if (gx < MIN_GRADIENT && gx > -MIN_GRADIENT && gy < MIN_GRADIENT && gy > -MIN_GRADIENT) continue
    // Gradients are differences over three cells.
    const [ix, iy, it] = [gx / 3, gy / 3, (luma[i] ?? 0) - (before[i] ?? 0)]
    xx += ix * ix
    xy += ix * iy
    yy += iy * iy
    xt += ix * it
    yt += iy * it
    tt += it * it
    x += ix
    y += iy
    t += it
    count++
  }
  motion.shift = 0
  motion.change = 0
  if (count < MIN_CELLS) return
  xx -= (x * x) / count
  xy -= (x * y) / count
  yy -= (y * y) / count
  xt -= (x * t) / count
  yt -= (y * t) / count
  tt -= (t * t) / count
  const determinant = xx * yy - xy * xy
  if (determinant <= 1e-6 * xx * yy || tt <= 0) return
  const shiftX = (xy * yt - yy * xt) / determinant
  const shiftY = (xy * xt - xx * yt) / determinant
  motion.shift = Math.hypot(shiftX, shiftY)
  motion.change = Math.sqrt(tt / (xx + yy))
}
