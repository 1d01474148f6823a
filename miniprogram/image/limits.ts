import type { Size } from './size'

/** What WeChat's OCR takes at most: "under 2 MB", in the reading of 10^6 that satisfies both. */
export const MAX_SENT_BYTES = 2_000_000

/**
 * What a person may pick at most; a picture is compressed before it is sent. A JPEG or HEIC of 48 megapixels takes 5 to
 * 25 MB, a JPEG of 108 megapixels up to 45, a phone camera's PNG up to 28. Without its metadata the file lies in memory
 * up to three times, beside the decoder. `FileSystemManager.readFile` takes 100 MB.
 */
export const MAX_PICKED_BYTES = 50 * 1024 * 1024

/** px; the full mode of the largest phone cameras. What declares more is made to exhaust a decoder's memory. */
export const MAX_PIXELS = 12_000 * 9_000

/** px of a side; panoramas of phones have 16,000. Decoders keep several whole rows, however few there are. */
export const MAX_SIDE = 20_000

/** Whether a decoder can be given a picture of this size, px. */
export const isDecodable = ({ width, height }: Size): boolean =>
  Math.max(width, height) <= MAX_SIDE && width * height <= MAX_PIXELS
