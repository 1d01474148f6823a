import type { Size } from './size'

/** WeChat's OCR takes "under 2 MB"; 10^6 bytes a MB satisfies both readings. */
export const MAX_SENT_BYTES = 2_000_000

/**
 * The largest file a person may pick. Phones produce up to 45 MB (JPEG, 108 megapixels) and 28 MB (PNG). Up to three
 * copies of it are in memory at once; `FileSystemManager.readFile` takes 100 MB.
 */
export const MAX_PICKED_BYTES = 50 * 1024 * 1024

/** px; the largest phone cameras have 108 megapixels. More would exhaust a decoder's memory. */
export const MAX_PIXELS = 12_000 * 9_000

/** px of a side; phone panoramas have 16,000. Decoders buffer whole rows. */
export const MAX_SIDE = 20_000

/** Whether a picture of this size in px is safe to decode. */
export const isDecodable = ({ width, height }: Size): boolean =>
  Math.max(width, height) <= MAX_SIDE && width * height <= MAX_PIXELS
