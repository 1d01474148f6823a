import sharp, { type Metadata } from 'sharp'
import { MARKER, segmentsOf } from '../../../../miniprogram/image/jpeg/segments'

/** The formats that are decoded; blocking every other parser of libvips reduces the attack surface. */
const LOADERS = ['Jpeg', 'Png', 'Webp'].map((format) => `VipsForeignLoad${format}`)

/** Sets libvips up for untrusted pictures. Process-wide. */
export function setUpDecoder(): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: LOADERS })
  // Each picture is decoded once.
  sharp.cache(false)
  // The engine's threads already share the cores.
  sharp.concurrency(1)
}

/** Offset of the flags in an extended WebP header, and its animation bit. */
const WEBP_FLAGS_AT = 20
const WEBP_ANIMATED = 2

/** Bytes per pixel. libwebp decodes a whole picture at once: a lossless one twice, as RGBA. */
function webpBytes(bytes: Uint8Array, channels: number): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isAnimated = file.toString('latin1', 12, 16) === 'VP8X' && ((file[WEBP_FLAGS_AT] ?? 0) & WEBP_ANIMATED) !== 0
  return isAnimated || file.includes('VP8L') ? 2 * 4 : channels
}

/**
 * Bytes a decoder holds at once for a format that does not decode row by row: the 16-bit coefficients of a progressive
 * JPEG, the pixels of an interlaced PNG or a WebP.
 */
export function heldBytes(bytes: Uint8Array, header: Metadata): number {
  const { format, width, height, channels, depth, isProgressive, chromaSubsampling } = header
  const pixels = width * height
  if (format === 'webp') return pixels * webpBytes(bytes, channels)
  if (!isProgressive) return 0
  const samples = chromaSubsampling?.startsWith('4:2:0') ? channels / 2 : channels
  return pixels * samples * (format === 'jpeg' || depth === 'ushort' ? 2 : 1)
}

/** Bytes decoded in total; rows are downscaled as they come. */
export const decodedBytes = ({ width, height, channels, depth }: Metadata): number =>
  width * height * channels * (depth === 'ushort' ? 2 : 1)

/** If the segments cannot be parsed, counts every scan marker: entropy-coded data contains none. */
function scansIn(bytes: Uint8Array): number {
  const segments = segmentsOf(bytes)
  if (segments) return segments.filter(({ marker }) => marker === MARKER.scan).length
  let count = 0
  for (let at = 0; (at = bytes.indexOf(0xff, at) + 1) > 0;) if (bytes[at] === MARKER.scan) count += 1
  return count
}

/** Pixels a decoder visits: all of them for each scan of a JPEG, however small the scan. */
export const scannedPixels = (bytes: Uint8Array, { format, width, height }: Metadata): number =>
  width * height * (format === 'jpeg' ? Math.max(1, scansIn(bytes)) : 1)
