/** What WeChat's OCR takes at most: "under 2 MB", in the reading of 10^6 that satisfies both. */
export const MAX_SENT_BYTES = 2_000_000

/** What a person may pick at most; a picture is compressed before it is sent. */
export const MAX_PICKED_BYTES = 20 * 1024 * 1024
