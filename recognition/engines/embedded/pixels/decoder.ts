import sharp, { type Metadata } from 'sharp'
import { MARKER, segmentsOf } from '../../../../miniprogram/image/jpeg/segments'

/** All that is ever decoded here; every other parser of libvips is one more that a stranger's bytes could attack. */
const LOADERS = ['Jpeg', 'Png', 'Webp'].map((format) => `VipsForeignLoad${format}`)

/** Sets libvips up for a process that reads strangers' pictures, each once. It applies to the whole process. */
export function setUpDecoder(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS })
  // No picture comes twice.
  sharp.cache(false)
  // The threads of the engine share the cores already.
  sharp.concurrency(1)
}

/** Where the header of an extended WebP says what is in it, and the bit for "animated". */
const WEBP_FLAGS_AT = 20
const WEBP_ANIMATED = 2

/** bytes a pixel; libwebp makes all of a picture before the first row is asked for, of a lossless one twice, in RGBA */
function webpBytes(bytes: Uint8Array, channels: number): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isAnimated = file.toString('latin1', 12, 16) === 'VP8X' && ((file[WEBP_FLAGS_AT] ?? 0) & WEBP_ANIMATED) !== 0
  return isAnimated || file.includes('VP8L') ? 2 * 4 : channels
}

/**
 * bytes; what a decoder holds of a picture that it cannot decode row by row: every coefficient of a progressive JPEG
 * (16 bits each), every pixel of an interlaced PNG and of a WebP.
 */
export function heldBytes(bytes: Uint8Array, header: Metadata): number {
  const { format, width, height, channels, depth, isProgressive, chromaSubsampling } = header
  const pixels = width * height
  if (format === 'webp') return pixels * webpBytes(bytes, channels)
  if (!isProgressive) return 0
  const samples = chromaSubsampling?.startsWith('4:2:0') ? channels / 2 : channels
  return pixels * samples * (format === 'jpeg' || depth === 'ushort' ? 2 : 1)
}

/** bytes that a decoder makes, though not all at once: each row is made smaller as it comes. */
export const decodedBytes = ({ width, height, channels, depth }: Metadata): number =>
  width * height * channels * (depth === 'ushort' ? 2 : 1)

/**
 * Where the segments cannot be walked, for there are too many of them or the end is missing, every pair of bytes counts
 * that can begin a scan: in a scan's own data there is none.
 */
function scansIn(bytes: Uint8Array): number {
  const segments = segmentsOf(bytes)
  if (segments) return segments.filter(({ marker }) => marker === MARKER.scan).length
  let count = 0
  for (let at = 0; (at = bytes.indexOf(0xff, at) + 1) > 0;) if (bytes[at] === MARKER.scan) count += 1
  return count
}

/** Pixels that a decoder passes over: all of them once for each scan of a JPEG, however few bytes that has. */
export const scannedPixels = (bytes: Uint8Array, { format, width, height }: Metadata): number =>
  width * height * (format === 'jpeg' ? Math.max(1, scansIn(bytes)) : 1)
