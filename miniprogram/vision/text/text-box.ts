import { fitsAspect } from '../quad/aspect'
import type { Grid } from '../grid/grid'
import { BLOCK, outlineOf, type TextBlocks } from './text-blocks'

/** How far the box may be rotated, and the steps of the coarse and the fine search; degrees. */
const MAX_DEGREES = 36
const COARSE_DEGREES = 3
const FINE_DEGREES = 1
/** Cells by which text looks larger than it is: the filters blur it. */
const BLEED = 2
/** Text this near to the border, in cells, continues past it. */
const NEAR_BORDER = 4
/** A box that fills more of the grid than this both ways is no card. */
const MAX_SHARE_OF_GRID = 0.9
/** Share of the box that blocks of text cover, at least: noise is scattered. */
const MIN_FILL = 0.5
/** Slack of the aspect ratio: text does not reach the edges of the card. */
const ASPECT_SLACK = 1.1

/** The minimum-area bounding box of a group of text: offsets and slope as in `Lines`. */
export interface TextBox {
  isFound: boolean
  /** Of the top, right, bottom and left side; NaN where text continues past the border */
  readonly offsets: Float32Array
  slope: number
  points: Float32Array
}

export const createTextBox = (): TextBox => ({
  isFound: false,
  offsets: new Float32Array(4),
  slope: 0,
  points: new Float32Array(0),
})

/** left, top, right, bottom */
const extent = new Float32Array(4)

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Sets the extent of points in rotated axes. @returns its area */
function measure(points: Float32Array, count: number, degrees: number): number {
  const cos = Math.cos(radians(degrees))
  const sin = Math.sin(radians(degrees))
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

/** The rotation of the minimum-area box, degrees */
function rotationOf(points: Float32Array, count: number): number {
  let [best, minArea] = [0, Infinity]
  for (let degrees = -MAX_DEGREES; degrees <= MAX_DEGREES; degrees += COARSE_DEGREES) {
    const area = measure(points, count, degrees)
    if (area < minArea) [best, minArea] = [degrees, area]
  }
  const coarse = best
  for (let degrees = coarse - COARSE_DEGREES; degrees < coarse + COARSE_DEGREES; degrees += FINE_DEGREES) {
    const area = measure(points, count, degrees)
    if (area < minArea) [best, minArea] = [degrees, area]
  }
  return best
}

/** A single page may be in view though both are expected. */
const fitsAnyPages = (pages: 1 | 2, ratio: number, isCutAcross: boolean, isCutDown: boolean): boolean =>
  fitsAspect(1, ratio, isCutAcross, isCutDown, ASPECT_SLACK) ||
  fitsAspect(pages, ratio, isCutAcross, isCutDown, ASPECT_SLACK)

/** Finds the box around the largest group of text. Allocates only when the grid has grown. */
export function readTextBox(box: TextBox, text: TextBlocks, grid: Grid, pages: 1 | 2): void {
  box.isFound = false
  if (text.count === 0) return
  if (box.points.length < 4 * grid.rows) box.points = new Float32Array(4 * grid.rows)
  const { points, offsets } = box
  const count = outlineOf(points, text, grid)
  measure(points, count, 0)
  const isCutLeft = (extent[0] ?? 0) <= NEAR_BORDER
  const isCutTop = (extent[1] ?? 0) <= NEAR_BORDER
  const isCutRight = (extent[2] ?? 0) >= grid.columns - 1 - NEAR_BORDER
  const isCutBottom = (extent[3] ?? 0) >= grid.rows - 1 - NEAR_BORDER
  const degrees = rotationOf(points, count)
  measure(points, count, degrees)
  const [left = 0, top = 0, right = 0, bottom = 0] = extent
  const [width, height] = [right - left, bottom - top]
  if (width > MAX_SHARE_OF_GRID * grid.columns && height > MAX_SHARE_OF_GRID * grid.rows) return
  if (text.count * BLOCK ** 2 < MIN_FILL * width * height) return
  if (!fitsAnyPages(pages, width / height, isCutLeft || isCutRight, isCutTop || isCutBottom)) return
  const cos = Math.cos(radians(degrees))
  const sin = Math.sin(radians(degrees))
  const [x, y] = [grid.columns / 2, grid.rows / 2]
  box.isFound = true
  box.slope = sin / cos
  offsets[0] = isCutTop ? NaN : (top + BLEED + x * sin) / cos
  offsets[1] = isCutRight ? NaN : (right - BLEED - y * sin) / cos
  offsets[2] = isCutBottom ? NaN : (bottom - BLEED + x * sin) / cos
  offsets[3] = isCutLeft ? NaN : (left + BLEED - y * sin) / cos
}
