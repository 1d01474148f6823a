import sharp from 'sharp'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { type Affine, compose, fromOrientation, scaling } from './affine'
import { heldBytes } from './decoder'

/** Pixels in memory: three bytes each (R, G, B), row by row. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** The pixels of a picture that was sent. */
export interface Picture extends Pixels {
  /** From its px to those of the picture as sent. */
  readonly toSent: Affine
}

export interface Decoded {
  readonly picture: Picture
  /** px as stored in the file */
  readonly sent: { readonly width: number; readonly height: number }
}

/** px; print on a license that fills a picture this long is far taller than the models' 48 px lines. */
const MAX_SIDE = 3200
/** As many as `inspect` lets through. */
const MAX_PIXELS = 12_000 * 9_000
/** bytes that a decoder may hold at once; a progressive JPEG of 48 megapixels needs 144 MB. */
const MAX_HELD_BYTES = 160e6

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
    const source = sharp(bytes, { limitInputPixels: MAX_PIXELS })
    const header = await source.metadata()
    const { width, height, orientation = 1 } = header
    if (heldBytes(bytes, header) > MAX_HELD_BYTES) throw new RangeError('too much to hold in memory')
    const { data, info } = await source
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
export async function stretch(picture: Pixels, width: number, height: number): Promise<Uint8Array> {
  return raw(picture).resize(width, height, { fit: 'fill', kernel: 'linear' }).raw().toBuffer()
}
