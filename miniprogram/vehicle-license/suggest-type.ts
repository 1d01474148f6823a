import { luminanceAt } from '../image/luminance'
import type { Size } from '../image/size'
import { PAGE_MM } from './page-size'
import type { RecognitionType } from './recognition'

/** A small copy of a picture, RGBA. */
export interface Thumbnail extends Size {
  readonly data: Uint8Array | Uint8ClampedArray
}

const { width: WIDTH, height: HEIGHT } = PAGE_MM
/** Aspect ratios of one page, both side by side, and both stacked. */
const ASPECT_RATIOS = [WIDTH / HEIGHT, (2 * WIDTH) / HEIGHT, (2 * HEIGHT) / WIDTH]

/** Relative. Allows for a scan with a thin border; below the 2.2 % that camera formats (4:3, 3:2) differ by. */
const ASPECT_TOLERANCE = 0.02

/** 0..255. Paper is darker than this in photos taken indoors. */
const MIN_PAPER_LUMINANCE = 190

/** Share of the border that may be darker: print at the edge, rounded corners. */
const MAX_DARK_SHARE = 0.05

/** 0..255, between the 10th and 90th percentile of the border: scans are evenly lit. */
const MAX_SPREAD = 40

export function hasLicenseShape({ width, height }: Size): boolean {
  const ratio = Math.max(width, height) / Math.min(width, height)
  return ASPECT_RATIOS.some((shape) => Math.abs(ratio / shape - 1) <= ASPECT_TOLERANCE)
}

const isOnBorder = (x: number, y: number, { width, height }: Thumbnail): boolean =>
  x === 0 || y === 0 || x === width - 1 || y === height - 1

/** Luminance of the outermost pixels, darkest first. */
function borderLuminances(thumbnail: Thumbnail): number[] {
  const { width, height } = thumbnail
  return Array.from({ length: width * height }, (_, pixel) => pixel)
    .filter((pixel) => isOnBorder(pixel % width, Math.floor(pixel / width), thumbnail))
    .map((pixel) => luminanceAt(thumbnail.data, 4 * pixel))
    .sort((a, b) => a - b)
}

/** Whether evenly lit paper reaches every edge. */
export function hasPaperBorder(thumbnail: Thumbnail): boolean {
  const sorted = borderLuminances(thumbnail)
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0
  return at(MAX_DARK_SHARE) >= MIN_PAPER_LUMINANCE && at(0.9) - at(0.1) <= MAX_SPREAD
}

/**
 * Guesses the recognition mode of a picture from the album; the person can change it. `scan` needs the aspect ratio of a
 * license and evenly lit paper at all edges.
 *
 * @param thumbnail of the whole picture with its aspect ratio, 32 px or more a side
 */
export const suggestType = (thumbnail: Thumbnail): RecognitionType =>
  hasLicenseShape(thumbnail) && hasPaperBorder(thumbnail) ? 'scan' : 'photo'
