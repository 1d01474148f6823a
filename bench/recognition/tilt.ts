import sharp from 'sharp'

/** Degrees clockwise: as a hand holds a phone askew. */
export type Tilt = -15 | 15

/** Neither paper nor print. */
const GROUND = '#808080'
/** Little enough is lost that the picture is read as it was. */
const QUALITY = 95

/** The whole picture, upright by its EXIF orientation and then turned, on a larger gray ground. */
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
