import sharp from 'sharp'

/** Degrees clockwise, as from a tilted phone. */
export type Tilt = -15 | 15

/** Background that is neither paper nor print. */
const GROUND = '#808080'
/** High enough not to affect the reading. */
const QUALITY = 95

/** Applies the EXIF orientation, then rotates on a larger gray background. */
export async function tilt(bytes: Uint8Array, degrees: Tilt): Promise<Buffer> {
  const { data, info } = await sharp(bytes, { limitInputPixels: false })
    .rotate()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .rotate(degrees, { background: GROUND })
    .jpeg({ quality: QUALITY })
    .toBuffer()
}
