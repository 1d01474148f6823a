import { MAX_SENT_BYTES } from './limits'
import { type Size, within } from './size'

export interface Encoding {
  /** of the sides that the picture is sent with: 1 leaves them as they are */
  readonly scale: number
  /** 0..1 */
  readonly quality: number
}

/** An encode that was too large. */
export interface Attempt {
  readonly encoding: Encoding
  readonly bytes: number
}

/** px; in longer pictures nothing is read better (docs/compression.md). */
export const MAX_LONG_SIDE = 2200

/** px; what has no more keeps its size though it is longer: in screenshots, long and narrow, print is small already. */
export const MAX_PIXELS = 4_000_000

/** px of a side; larger canvases fail on old phones. */
export const MAX_CANVAS = 4096

export const MAX_ENCODES = 3

/** No field is lost by it where a picture is made smaller, and so has px to spare (docs/compression.md). */
export const FIRST_SHRUNK: Encoding = { scale: 1, quality: 0.78 }
/** Where a picture keeps its size it has none. */
export const FIRST_FULL_SIZE: Encoding = { scale: 1, quality: 0.9 }

/** How a picture is to be sent. */
export interface Sending {
  /** px; what it is sent with at a scale of 1 */
  readonly size: Size
  /** What is tried first. */
  readonly first: Encoding
}

/** What a picture of this size (px, upright and cut) is made before it is sent. */
export function sendingOf(natural: Size): Sending {
  const { width, height } = natural
  const longSide = Math.max(width, height)
  const isSmall = width * height <= MAX_PIXELS && longSide <= MAX_CANVAS
  const most = isSmall ? MAX_CANVAS : MAX_LONG_SIDE
  return { size: within(natural, most), first: longSide > most ? FIRST_SHRUNK : FIRST_FULL_SIZE }
}

/** Below this print suffers more from a low quality than from a smaller size. */
const MIN_QUALITY = 0.4

/** Of the limit, so that a prediction that is a little off still fits. */
const MARGIN = 0.9

/** The last encode of all: even noise fits. */
export const LAST: Encoding = { scale: 0.6, quality: 0.3 }

/** How coarse the IJG's quantization tables are at a quality, 1 at 0.5: the scale of most encoders. */
const coarseness = (quality: number): number => (quality < 0.5 ? 0.5 / quality : 2 - 2 * quality)

const qualityOf = (coarse: number): number => (coarse > 1 ? 0.5 / coarse : 1 - coarse / 2)

/** Bytes fall with coarseness to the power of this: 0.5 for photos, 0.37 for points of black and white, the worst. */
const EXPONENT = 0.4

/** Predicts from an encode that was too large the one that fits. */
export function next({ encoding, bytes }: Attempt): Encoding {
  const excess = bytes / (MAX_SENT_BYTES * MARGIN)
  const quality = qualityOf(coarseness(encoding.quality) * excess ** (1 / EXPONENT))
  if (quality >= MIN_QUALITY) return { ...encoding, quality }
  const left = excess * (coarseness(encoding.quality) / coarseness(MIN_QUALITY)) ** EXPONENT
  return { scale: encoding.scale / Math.sqrt(Math.max(1, left)), quality: MIN_QUALITY }
}
