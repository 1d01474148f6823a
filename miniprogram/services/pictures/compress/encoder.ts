import type { Size } from '../../../image/size'
import type { Encoding, EncodingPlan } from '../../../image/jpeg-encoding'
import { readBytes } from '../../platform/files'
import { wholePixels } from '../canvas'
import { readJpeg } from '../image-file'
import { writeTemporary } from '../temporary'

/** A drawn picture that can be encoded several times. */
export interface Encoder extends EncodingPlan {
  /** Resolves to the path of a JPEG of about this size, or to undefined if the platform cannot make one. */
  encode(size: Size, quality: number): Promise<string | undefined>
}

interface EncodedJpeg {
  readonly bytes: Uint8Array
  /** Resolves to the path of a file with these bytes. */
  readonly keep: () => Promise<string>
}

/** px; platforms round differently */
const ROUNDING = 1

const isAbout = (one: Size, other: Size): boolean =>
  Math.abs(one.width - other.width) <= ROUNDING && Math.abs(one.height - other.height) <= ROUNDING

/**
 * Encodes once and removes metadata. Undefined if the platform returned another size, or a picture that is not upright.
 */
export async function encodeClean(encoder: Encoder, { scale, quality }: Encoding): Promise<EncodedJpeg | undefined> {
  const size = wholePixels(encoder.size, scale)
  const path = await encoder.encode(size, quality)
  const jpeg = path === undefined ? undefined : readJpeg(await readBytes(path))
  if (jpeg?.orientation !== 1 || !isAbout(jpeg, size)) return undefined
  const bytes = jpeg.clean()
  return { bytes, keep: async () => (path !== undefined && bytes === jpeg.bytes ? path : writeTemporary(bytes)) }
}
