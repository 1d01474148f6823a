import { JPG } from 'image-size/types/jpg'
import { PNG } from 'image-size/types/png'
import { WEBP } from 'image-size/types/webp'
import { RecognitionError } from '../miniprogram/vehicle-license/errors'
import { MAX_SENT_BYTES } from '../miniprogram/vehicle-license/photo'
import type { LicenseImage } from './engine'
import { isWholeFile } from './whole-file'

export type ContentType = LicenseImage['contentType']

/** px; no license can be read in a picture with a shorter side */
const MIN_SIDE = 100
/** px; the full mode of the largest phone cameras. What declares more is made to exhaust a decoder's memory. */
const MAX_PIXELS = 12_000 * 9_000

/** Only the readers of what is accepted: no other format's parser ever sees a stranger's bytes. */
const READERS = [
  { contentType: 'image/jpeg', reader: JPG },
  { contentType: 'image/png', reader: PNG },
  { contentType: 'image/webp', reader: WEBP },
] as const satisfies readonly { contentType: ContentType; reader: unknown }[]

function readHeader(bytes: Buffer): Pick<LicenseImage, 'contentType' | 'width' | 'height'> {
  try {
    for (const { contentType, reader } of READERS) {
      if (!reader.validate(bytes)) continue
      const { width, height } = reader.calculate(bytes)
      return { contentType, width, height }
    }
  } catch (cause) {
    throw new RecognitionError('IMAGE_UNREADABLE', { cause })
  }
  throw new RecognitionError('IMAGE_UNREADABLE')
}

export interface InspectOptions {
  /** bytes; WeChat's bound unless given */
  readonly maxBytes?: number
  /** All three types unless given. */
  readonly accept?: readonly ContentType[]
}

/**
 * Tells from its bytes alone what a file is, and refuses what no engine should be given. Nothing is decoded.
 *
 * @throws RecognitionError `IMAGE_TOO_LARGE` above `maxBytes`; `IMAGE_TOO_SMALL` under 100 px on a side;
 *   `IMAGE_UNREADABLE` for an empty or cut-off file, another type than accepted, or over 108 million pixels.
 */
export function inspect(file: Uint8Array, options: InspectOptions = {}): LicenseImage {
  const { maxBytes = MAX_SENT_BYTES, accept } = options
  if (file.byteLength > maxBytes) throw new RecognitionError('IMAGE_TOO_LARGE')

  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const { contentType, width, height } = readHeader(bytes)
  const readable = width * height <= MAX_PIXELS && isWholeFile[contentType](bytes)
  if (!readable || accept?.includes(contentType) === false) throw new RecognitionError('IMAGE_UNREADABLE')
  if (Math.min(width, height) < MIN_SIDE) throw new RecognitionError('IMAGE_TOO_SMALL')
  return { bytes, contentType, width, height }
}
