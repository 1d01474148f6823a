/** Bytes of pixels, red, green and blue one after the other. */
type Bytes = Uint8Array | Uint8ClampedArray

/** Luminance 0..255 (ITU-R BT.601, as JPEG has it) of the pixel whose first byte is at `at`. */
export const luminanceAt = (data: Bytes, at: number): number =>
  0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)

/** The same times 256, in whole numbers: for camera frames, which are read as fast as they come. */
export const luma256At = (data: Bytes, at: number): number =>
  77 * (data[at] ?? 0) + 150 * (data[at + 1] ?? 0) + 29 * (data[at + 2] ?? 0)
