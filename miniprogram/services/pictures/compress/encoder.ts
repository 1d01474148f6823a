import type { Size } from '../../../image/size'
import type { Encoding, EncodingPlan } from '../../../image/jpeg-encoding'
import { readBytes } from '../../platform/files'
import { readJpeg } from './image-file'
import { writeTemporary } from './temporary'

/** A picture that is ready to be encoded, as often as it takes. */
export interface Encoder extends EncodingPlan {
  /** Resolves to the path of a JPEG that should have this size, px; to nothing where the platform cannot. */
  encode(size: Size, quality: number): Promise<string | undefined>
}

export interface EncodedJpeg {
  readonly bytes: Uint8Array
  /** Resolves to the path of these bytes. */
  readonly keep: () => Promise<string>
}

const scaled = ({ width, height }: Size, scale: number): Size => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
})

/** px by which a platform may round another way */
const ROUNDING = 1

const isAbout = (one: Size, other: Size): boolean =>
  Math.abs(one.width - other.width) <= ROUNDING && Math.abs(one.height - other.height) <= ROUNDING

/**
 * Encodes once, and cuts out what the platform wrote besides the picture. Nothing where the platform did not do what it
 * was asked for: the size is another one, or it kept an orientation.
 */
export async function encodeClean(encoder: Encoder, { scale, quality }: Encoding): Promise<EncodedJpeg | undefined> {
  const size = scaled(encoder.size, scale)
  const path = await encoder.encode(size, quality)
  const jpeg = path === undefined ? undefined : readJpeg(await readBytes(path))
  if (jpeg?.orientation !== 1 || !isAbout(jpeg, size)) return undefined
  const bytes = jpeg.clean()
  return { bytes, keep: async () => (path !== undefined && bytes === jpeg.bytes ? path : writeTemporary(bytes)) }
}
