import sharp from 'sharp'
import type { Size } from '../../../../miniprogram/image/size'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { isDecodable, MAX_PIXELS } from '../../../../miniprogram/image/limits'
import { isPng, pictureParts } from '../../../../miniprogram/image/png'
import { type Affine, compose, fromOrientation, scaling } from './affine'
import { decodedBytes, heldBytes, scannedPixels } from './decoder'

/** RGB, row by row. */
export interface Pixels extends Size {
  readonly data: Uint8Array
}

/** The upright pixels of a picture as sent. */
export interface Picture extends Pixels {
  /** From its px to those of the picture as sent. */
  readonly toSent: Affine
}

export interface Decoded {
  readonly picture: Picture
  /** px as stored in the file */
  readonly sent: Size
}

/** px; at this size, print on a license that fills the picture is much taller than the models' lines of 48 px. */
const MAX_SIDE = 3200
/** s; ten times what the largest picture takes. */
const MAX_DECODE_S = 10
/** Four bytes per pixel; PNGs with 16 bits per channel gain nothing. */
const MAX_DECODED_BYTES = 4 * MAX_PIXELS
/** A progressive JPEG of 48 megapixels needs 144 MB. */
const MAX_HELD_BYTES = 160e6
/** 48 megapixels in ten progressive scans are 500 million; ten times that takes 2 s, which no timeout ends. */
const MAX_SCANNED_PIXELS = 1.5e9

const raw = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } })

/**
 * Decodes a JPEG, PNG or WebP: EXIF orientation applied, on white, the first frame of an animation. Large JPEGs are
 * downscaled during decoding: 48 megapixels take 0.3 s and 60 MB.
 *
 * Rejects truncated files: decoders fill in missing rows without saying which, and their fields would count as blank.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE`
 */
export async function decode(bytes: Uint8Array): Promise<Decoded> {
  try {
    const source = sharp(isPng(bytes) ? Buffer.concat(pictureParts(bytes)) : bytes, { limitInputPixels: MAX_PIXELS })
    const header = await source.metadata()
    const { width, height, orientation = 1 } = header
    const isTooMuch =
      !isDecodable(header) ||
      decodedBytes(header) > MAX_DECODED_BYTES ||
      heldBytes(bytes, header) > MAX_HELD_BYTES ||
      scannedPixels(bytes, header) > MAX_SCANNED_PIXELS
    if (isTooMuch) throw new RangeError('exceeds the decoder limits')
    const { data, info } = await source
      .timeout({ seconds: MAX_DECODE_S })
      .autoOrient()
      .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const [shownWidth, shownHeight] = orientation >= 5 ? [height, width] : [width, height]
    const toShown = scaling(shownWidth / info.width, shownHeight / info.height)
    const toSent = compose(fromOrientation(orientation, { width, height }), toShown)
    return { picture: { data, width: info.width, height: info.height, toSent }, sent: { width, height } }
  } catch (cause) {
    throw new RecognitionError('IMAGE_UNREADABLE', { cause })
  }
}

/** Resizes to exactly this size in px; returns RGB. */
export async function resize(picture: Pixels, width: number, height: number): Promise<Uint8Array> {
  return raw(picture).resize(width, height, { fit: 'fill', kernel: 'linear' }).raw().toBuffer()
}
