/** What WeChat's OCR takes at most: "under 2 MB", in the reading of 10^6 that satisfies both. */
export const MAX_SENT_BYTES = 2_000_000

/** What a person may pick at most; a picture is compressed before it is sent. */
export const MAX_PICKED_BYTES = 20 * 1024 * 1024

const JPEG_START = 0xd8
const JPEG_END = 0xd9
const JPEG_SCAN = 0xda

/**
 * Whether a JPEG is whole: its segments lead to a scan and the scan to an end-of-image marker.
 * Phones append data behind that marker (motion photos), so the file's last bytes tell nothing.
 */
export function isWholeJpeg(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== JPEG_START) return false
  let at = 2
  let inScan = false
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) {
      if (!inScan) return false
      at = bytes.indexOf(0xff, at)
      if (at < 0) return false
      continue
    }
    const marker = bytes[at + 1] ?? 0
    if (marker === JPEG_END) return inScan
    if (marker === 0xff) at += 1
    // Inside a scan: a stuffed byte, or a restart marker.
    else if (marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
    else {
      inScan = inScan || marker === JPEG_SCAN
      at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    }
  }
  return false
}
