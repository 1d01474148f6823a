import sharp, { type Sharp } from 'sharp'

export interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/**
 * Limit for every library's detector. Two have none of their own and would need many GB for a 12 MP photo.
 */
export const MAX_SIDE = 1600

/** Upright by its EXIF orientation, and limited to `maxSide` px. */
const upright = (bytes: Buffer, maxSide: number): Sharp =>
  sharp(bytes)
    .rotate()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')

const whole = (bytes: Buffer): Sharp => sharp(bytes).rotate().flatten().toColourspace('srgb')

/** @param channels - RGB, or opaque RGBA */
export async function decode(bytes: Buffer, channels: 3 | 4, maxSide = Infinity): Promise<Pixels> {
  const picture = Number.isFinite(maxSide) ? upright(bytes, maxSide) : whole(bytes)
  const pixels = channels === 4 ? picture.ensureAlpha() : picture
  const { data, info } = await pixels.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** Lossless, for a library that needs a file. */
export const toTiff = (bytes: Buffer, maxSide: number): Promise<Buffer> =>
  upright(bytes, maxSide).tiff({ compression: 'none' }).toBuffer()

/** Upright and lossless, for a library that applies EXIF orientation only to JPEGs. */
export async function toPng(bytes: Buffer): Promise<ArrayBuffer> {
  return new Uint8Array(await whole(bytes).png({ compressionLevel: 0 }).toBuffer()).buffer
}
