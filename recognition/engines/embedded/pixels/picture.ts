import sharp from 'sharp'
import type { Size } from '../../../../miniprogram/image/size'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { isDecodable, MAX_PIXELS } from '../../../../miniprogram/image/limits'
import { isPng, pictureParts } from '../../../../miniprogram/image/png'
import { type Affine, compose, fromOrientation, scaling } from './affine'
import { decodedBytes, heldBytes, scannedPixels } from './decoder'

/** Pixels in memory: three bytes each (R, G, B), row by row. */
export interface Pixels extends Size {
  readonly data: Uint8Array
}

/** The pixels of a picture that was sent. */
export interface Picture extends Pixels {
  /** From its px to those of the picture as sent. */
  readonly toSent: Affine
}

export interface Decoded {
  readonly picture: Picture
  /** px as stored in the file */
  readonly sent: Size
}

/** px; print on a license that fills a picture this long is far taller than the models' 48 px lines. */
const MAX_SIDE = 3200
/** s; ten times what the largest picture takes. Ends the decoding also when nobody waits for it any more. */
const MAX_DECODE_S = 10
/** Four for each pixel; of the 16 bits a channel that some PNGs have, nothing is gained. */
const MAX_DECODED_BYTES = 4 * MAX_PIXELS
/** bytes that a decoder may hold at once; a progressive JPEG of 48 megapixels needs 144 MB. */
const MAX_HELD_BYTES = 160e6
/** A progressive JPEG of 48 megapixels has 500 million in ten scans; ten times that many take 2 s, and nothing ends it. */
const MAX_SCANNED_PIXELS = 1.5e9

const raw = ({ data, width, height }: Pixels) => sharp(data, { raw: { width, height, channels: 3 } })

/**
 * Decodes a JPEG, PNG or WebP the way it is shown: EXIF orientation applied, transparent parts white, of an animated one
 * the first frame. A JPEG far larger than needed is shrunk while it is decoded: 48 megapixels take 0.3 s and 60 MB.
 *
 * What lost its end on the way is refused, even where little is missing: no decoder says which rows it made up, and a
 * field that stood in them would be told as not there. Whoever sent it has the whole picture still.
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
    if (isTooMuch) throw new RangeError('more than a decoder is given')
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

/** Three bytes a pixel, stretched to this size in px. */
export async function resize(picture: Pixels, width: number, height: number): Promise<Uint8Array> {
  return raw(picture).resize(width, height, { fit: 'fill', kernel: 'linear' }).raw().toBuffer()
}
