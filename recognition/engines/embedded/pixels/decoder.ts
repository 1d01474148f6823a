import sharp, { type Metadata } from 'sharp'

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

/**
 * bytes; what a decoder holds of a picture that it cannot decode row by row: every coefficient of a progressive JPEG
 * (16 bits each), every pixel of an interlaced PNG, two frames of an animated WebP.
 */
export function heldBytes(bytes: Uint8Array, header: Metadata): number {
  const { format, width, height, channels, depth, isProgressive, chromaSubsampling } = header
  const pixels = width * height
  if (format === 'webp') {
    const extended = Buffer.from(bytes.subarray(12, 16)).toString('latin1') === 'VP8X'
    const isAnimated = extended && ((bytes[WEBP_FLAGS_AT] ?? 0) & WEBP_ANIMATED) !== 0
    return isAnimated ? 2 * 4 * pixels : 0
  }
  if (!isProgressive) return 0
  const samples = chromaSubsampling?.startsWith('4:2:0') ? channels / 2 : channels
  return pixels * samples * (format === 'jpeg' || depth === 'ushort' ? 2 : 1)
}
