/** What WeChat's OCR takes at most: "under 2 MB", in the reading of 10^6 that satisfies both. */
export const MAX_SENT_BYTES = 2_000_000

/** What a person may pick at most; a picture is compressed before it is sent. */
export const MAX_PICKED_BYTES = 20 * 1024 * 1024

/** px; the full mode of the largest phone cameras. What declares more is made to exhaust a decoder's memory. */
export const MAX_PIXELS = 12_000 * 9_000

/** px of a side; panoramas of phones have 16,000. Decoders keep several whole rows, however few there are. */
export const MAX_SIDE = 20_000

/** Whether a decoder can be given a picture of this size, px. */
export const isDecodable = ({ width, height }: { readonly width: number; readonly height: number }): boolean =>
  Math.max(width, height) <= MAX_SIDE && width * height <= MAX_PIXELS
