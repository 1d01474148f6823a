import { MAX_SENT_BYTES } from './limits'
import { type Size, within } from './size'

export interface Encoding {
  /** Of the sides; 1 keeps the size. */
  readonly scale: number
  /** 0..1 */
  readonly quality: number
}

/** An encoding and the size of its result. */
export interface Attempt {
  readonly encoding: Encoding
  readonly bytes: number
}

/** px; longer pictures are not read any better (docs/compression.md). */
export const MAX_LONG_SIDE = 2200

/** px; below this a longer picture keeps its size: long screenshots have small print. */
export const MAX_FULL_SIZE_PIXELS = 4_000_000

/** px; larger canvases fail on old phones. */
export const MAX_CANVAS = 4096

export const MAX_ENCODES = 3

/** For pictures that are made smaller: costs no field (docs/compression.md). */
export const FIRST_SHRUNK: Encoding = { scale: 1, quality: 0.78 }
/** For pictures that keep their size. */
export const FIRST_FULL_SIZE: Encoding = { scale: 1, quality: 0.9 }

/** How to encode a picture before the first attempt. */
export interface EncodingPlan {
  /** px at a scale of 1 */
  readonly size: Size
  readonly first: Encoding
}

/** @param natural px, upright and cropped */
export function planEncoding(natural: Size): EncodingPlan {
  const { width, height } = natural
  const longSide = Math.max(width, height)
  const isSmall = width * height <= MAX_FULL_SIZE_PIXELS && longSide <= MAX_CANVAS
  const max = isSmall ? MAX_CANVAS : MAX_LONG_SIDE
  return { size: within(natural, max), first: longSide > max ? FIRST_SHRUNK : FIRST_FULL_SIZE }
}

/** Below this a smaller size keeps print more readable than a lower quality. */
const MIN_QUALITY = 0.4

/** Share of the limit that predictions aim at. */
const MARGIN = 0.9

/** The last attempt: even noise fits. */
export const FALLBACK: Encoding = { scale: 0.6, quality: 0.3 }

/** The scale of the IJG quantization tables, which most encoders use; 1 at quality 0.5. */
const coarseness = (quality: number): number => (quality < 0.5 ? 0.5 / quality : 2 - 2 * quality)

const qualityOf = (coarse: number): number => (coarse > 1 ? 0.5 / coarse : 1 - coarse / 2)

/** Size falls with coarseness to this power: measured 0.5 for photos, 0.37 for black and white noise. */
const EXPONENT = 0.4

/** Predicts an encoding that fits from one that was too large. */
export function nextEncoding({ encoding, bytes }: Attempt): Encoding {
  const excess = bytes / (MAX_SENT_BYTES * MARGIN)
  const quality = qualityOf(coarseness(encoding.quality) * excess ** (1 / EXPONENT))
  if (quality >= MIN_QUALITY) return { ...encoding, quality }
  const left = excess * (coarseness(encoding.quality) / coarseness(MIN_QUALITY)) ** EXPONENT
  return { scale: encoding.scale / Math.sqrt(Math.max(1, left)), quality: MIN_QUALITY }
}
