import sharp, { type Sharp } from 'sharp'

export interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/**
 * px; what every library's detector may look at. Two of them take the picture as large as it is, for which a photo of
 * 12 megapixels would need many GB.
 */
export const MAX_SIDE = 1600

/** The picture the right way up by its EXIF orientation, and no larger than `maxSide` (px). */
const upright = (bytes: Buffer, maxSide: number): Sharp =>
  sharp(bytes)
    .rotate()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .toColourspace('srgb')

const whole = (bytes: Buffer): Sharp => sharp(bytes).rotate().flatten().toColourspace('srgb')

/** @param channels RGB, or RGBA with nothing transparent */
export async function decode(bytes: Buffer, channels: 3 | 4, maxSide = Infinity): Promise<Pixels> {
  const picture = Number.isFinite(maxSide) ? upright(bytes, maxSide) : whole(bytes)
  const pixels = channels === 4 ? picture.ensureAlpha() : picture
  const { data, info } = await pixels.raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The same in a file's bytes, for a library that wants a file; nothing is lost or compressed. */
export const toTiff = (bytes: Buffer, maxSide: number): Promise<Buffer> =>
  upright(bytes, maxSide).tiff({ compression: 'none' }).toBuffer()

/** The whole picture the right way up, for a library that heeds the orientation of a JPEG alone; nothing is lost. */
export async function toPng(bytes: Buffer): Promise<ArrayBuffer> {
  return new Uint8Array(await whole(bytes).png({ compressionLevel: 0 }).toBuffer()).buffer
}
