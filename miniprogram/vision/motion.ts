import type { Grid } from './grid'
import type { Slopes } from './slopes'

/** How a picture moved since the one before. */
export interface Motion {
  /** Cells that all of it was shifted by, as far as that can be told: up to about two */
  shift: number
  /** 0..1: share of the change that no small shift explains */
  change: number
}

/** Luminance across a cell from which a cell is worth looking at. */
const FAINT = 3
/** Cells that must be, for a shift to be told. */
const FEWEST = 40

/**
 * The shift between two grids of one size by least squares (Lucas and Kanade): noise of the sensor and a change of
 * the exposure cancel out over all cells.
 *
 * @param before luminance of the grid before
 * @param motion is set
 */
export function readMotion(motion: Motion, before: Float32Array, grid: Grid, { across, down }: Slopes): void {
  const { luma } = grid
  let [xx, xy, yy, xt, yt, tt, x, y, t, count] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < luma.length; i++) {
    const gx = across[i] ?? 0
    const gy = down[i] ?? 0
    if (gx < FAINT && gx > -FAINT && gy < FAINT && gy > -FAINT) continue
    // The slopes are differences over three cells.
    const [dx, dy, dt] = [gx / 3, gy / 3, (luma[i] ?? 0) - (before[i] ?? 0)]
    xx += dx * dx
    xy += dx * dy
    yy += dy * dy
    xt += dx * dt
    yt += dy * dt
    tt += dt * dt
    x += dx
    y += dy
    t += dt
    count++
  }
  motion.shift = 0
  motion.change = 0
  if (count < FEWEST) return
  xx -= (x * x) / count
  xy -= (x * y) / count
  yy -= (y * y) / count
  xt -= (x * t) / count
  yt -= (y * t) / count
  tt -= (t * t) / count
  const area = xx * yy - xy * xy
  if (area <= 1e-6 * xx * yy || tt <= 0) return
  const shiftX = (xy * yt - yy * xt) / area
  const shiftY = (xy * xt - xx * yt) / area
  motion.shift = Math.hypot(shiftX, shiftY)
  motion.change = Math.sqrt(tt / (xx + yy))
}
