import type { Grid } from './grid'
import { outline, type Print } from './print'
import { isShaped } from './shape'
import type { Slopes } from './slopes'

/** Degrees: how far the print may be turned, and by how much turns differ that are tried. */
const MOST_DEGREES = 36
const COARSE_DEGREES = 3
const FINE_DEGREES = 1
/** Cells that print is seen beyond itself, and beyond the card's edge, which counts as print. */
const BLEED = 2
/** Print that comes so near to the border goes on beyond it, cells. */
const NEAR_BORDER = 4
/** Share of the grid each way that a card leaves free, one way at least. */
const MOST_OF_GRID = 0.9
/** Share of the box that blocks with print take at least: noise is strewn. */
const LEAST_FILL = 0.5
const BLOCK_CELLS = 16
const SLACK = 1.1

/** The sides of the smallest rectangle around print: places and slant as of `Lines`. */
export interface Box {
  /** Whether there is print to go by. */
  isThere: boolean
  /** Of the top, right, bottom and left side; no number where print goes on beyond the border */
  readonly places: Float32Array
  slant: number
  points: Float32Array
}

export const createBox = (): Box => ({
  isThere: false,
  places: new Float32Array(4),
  slant: 0,
  points: new Float32Array(0),
})

/** left, top, right, bottom */
const extent = new Float32Array(4)

/** Sets the extent of points along axes that are turned. @returns its area */
function measure(points: Float32Array, count: number, degrees: number): number {
  const cos = Math.cos((degrees * Math.PI) / 180)
  const sin = Math.sin((degrees * Math.PI) / 180)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < 2 * count; i += 2) {
    const x = points[i] ?? 0
    const y = points[i + 1] ?? 0
    const u = x * cos + y * sin
    const v = y * cos - x * sin
    if (u < left) left = u
    if (u > right) right = u
    if (v < top) top = v
    if (v > bottom) bottom = v
  }
  extent[0] = left
  extent[1] = top
  extent[2] = right
  extent[3] = bottom
  return (right - left) * (bottom - top)
}

/** The turn at which the box around points is smallest, in degrees. */
function turnOf(points: Float32Array, count: number): number {
  let [best, least] = [0, Infinity]
  for (let degrees = -MOST_DEGREES; degrees <= MOST_DEGREES; degrees += COARSE_DEGREES) {
    const area = measure(points, count, degrees)
    if (area < least) [best, least] = [degrees, area]
  }
  const coarse = best
  for (let degrees = coarse - COARSE_DEGREES; degrees < coarse + COARSE_DEGREES; degrees += FINE_DEGREES) {
    const area = measure(points, count, degrees)
    if (area < least) [best, least] = [degrees, area]
  }
  return best
}

/** One page may be there though both are looked for. */
const isAnyShape = (pages: 1 | 2, ratio: number, isCutAcross: boolean, isCutDown: boolean): boolean =>
  isShaped(1, ratio, isCutAcross, isCutDown, SLACK) || isShaped(pages, ratio, isCutAcross, isCutDown, SLACK)

/** Finds the smallest box around the print that lies together. Memory is taken only when the grid has grown. */
export function readBox(box: Box, print: Print, grid: Grid, slopes: Slopes, pages: 1 | 2): void {
  box.isThere = false
  if (print.count === 0) return
  if (box.points.length < 4 * grid.rows) box.points = new Float32Array(4 * grid.rows)
  const { points, places } = box
  const count = outline(points, print, grid, slopes)
  measure(points, count, 0)
  const isCutLeft = (extent[0] ?? 0) <= NEAR_BORDER
  const isCutTop = (extent[1] ?? 0) <= NEAR_BORDER
  const isCutRight = (extent[2] ?? 0) >= grid.columns - 1 - NEAR_BORDER
  const isCutBottom = (extent[3] ?? 0) >= grid.rows - 1 - NEAR_BORDER
  const degrees = turnOf(points, count)
  measure(points, count, degrees)
  const [left = 0, top = 0, right = 0, bottom = 0] = extent
  const [width, height] = [right - left, bottom - top]
  if (width > MOST_OF_GRID * grid.columns && height > MOST_OF_GRID * grid.rows) return
  if (print.count * BLOCK_CELLS < LEAST_FILL * width * height) return
  if (!isAnyShape(pages, width / height, isCutLeft || isCutRight, isCutTop || isCutBottom)) return
  const cos = Math.cos((degrees * Math.PI) / 180)
  const sin = Math.sin((degrees * Math.PI) / 180)
  const [x, y] = [grid.columns / 2, grid.rows / 2]
  box.isThere = true
  box.slant = sin / cos
  places[0] = isCutTop ? NaN : (top + BLEED + x * sin) / cos
  places[1] = isCutRight ? NaN : (right - BLEED - y * sin) / cos
  places[2] = isCutBottom ? NaN : (bottom - BLEED + x * sin) / cos
  places[3] = isCutLeft ? NaN : (left + BLEED - y * sin) / cos
}
