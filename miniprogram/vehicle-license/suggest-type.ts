import { luminanceAt } from '../image/luminance'
import type { Size } from '../image/size'
import { PAGE_MM } from './page-size'
import type { RecognitionType } from './recognition'

/** Pixels of a picture made small; RGBA. */
export interface Thumbnail extends Size {
  readonly data: Uint8Array | Uint8ClampedArray
}

const { width: WIDTH, height: HEIGHT } = PAGE_MM
/** Long side to short side of a page, of both pages side by side, and of both stacked. */
const SHAPES = [WIDTH / HEIGHT, (2 * WIDTH) / HEIGHT, (2 * HEIGHT) / WIDTH]

/**
 * How far a scan's shape may be off: a border, a page cut a little short. 4:3 and 3:2, the shapes of cameras, are 2.2 %
 * off: a photo on a white table is no scan.
 */
const SHAPE_TOLERANCE = 0.02

/** Luminance 0..255 that paper has in a scan at least; a card in a photo lies in the shade of a room. */
const PAPER_LUMINANCE = 190

/** Share of a border that may be darker: print that runs to it, a corner that is cut round. */
const DARKER_SHARE = 0.05

/** Between the darker and the lighter tenth of a scan's border at most: light that falls off across it is a photo's. */
const MAX_SPREAD = 40

export function hasLicenseShape({ width, height }: Size): boolean {
  const ratio = Math.max(width, height) / Math.min(width, height)
  return SHAPES.some((shape) => Math.abs(ratio / shape - 1) <= SHAPE_TOLERANCE)
}

const isOnBorder = (x: number, y: number, { width, height }: Thumbnail): boolean =>
  x === 0 || y === 0 || x === width - 1 || y === height - 1

/** Of the outermost pixels, darkest first. */
function borderLuminances(thumbnail: Thumbnail): number[] {
  const { width, height } = thumbnail
  return Array.from({ length: width * height }, (_, pixel) => pixel)
    .filter((pixel) => isOnBorder(pixel % width, Math.floor(pixel / width), thumbnail))
    .map((pixel) => luminanceAt(thumbnail.data, 4 * pixel))
    .sort((a, b) => a - b)
}

/** Whether paper runs to every edge, evenly lit. */
export function hasPaperBorder(thumbnail: Thumbnail): boolean {
  const sorted = borderLuminances(thumbnail)
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0
  return at(DARKER_SHARE) >= PAPER_LUMINANCE && at(0.9) - at(0.1) <= MAX_SPREAD
}

/**
 * The mode that a picture of the album is recognized best in, to be changed by the person who knows: `scan` for one
 * whose shape is a license's and whose edges are evenly lit paper, `photo` for any other.
 *
 * @param thumbnail of the whole picture, some 32 px or more a side, in its proportions
 */
export const suggestType = (thumbnail: Thumbnail): RecognitionType =>
  hasLicenseShape(thumbnail) && hasPaperBorder(thumbnail) ? 'scan' : 'photo'
