import { WEBP } from 'image-size/types/webp'
import { RecognitionError } from '../miniprogram/vehicle-license/errors'
import { isJpeg } from '../miniprogram/image/jpeg/segments'
import { openJpeg, repaired } from '../miniprogram/image/jpeg/open'
import { isDecodable, MAX_SENT_BYTES } from '../miniprogram/image/limits'
import { isPng, isWholePng, sizeOfPng } from '../miniprogram/image/png'
import type { LicenseImage } from './engine'

export type ContentType = LicenseImage['contentType']

/** px; no license can be read in a picture with a shorter side */
const MIN_SIDE = 100
const RIFF_HEADER_BYTES = 8

type Header = Omit<LicenseImage, 'bytes'> & { readonly bytes?: Buffer }

function readJpeg(bytes: Buffer): Header | undefined {
  const jpeg = openJpeg(bytes)
  if (!jpeg) return undefined
  const { width, height, isEnded } = jpeg
  const tidy = repaired(bytes, jpeg)
  return {
    contentType: 'image/jpeg',
    width,
    height,
    ...(tidy !== bytes && { bytes: Buffer.from(tidy.buffer) }),
    ...(!isEnded && { warnings: ['UNENDED'] }),
  }
}

function readPng(bytes: Buffer): Header | undefined {
  return isWholePng(bytes) ? { contentType: 'image/png', ...sizeOfPng(bytes) } : undefined
}

/** A WebP is whole when it is as long as its RIFF header says. */
function readWebp(bytes: Buffer): Header | undefined {
  if (bytes.length < RIFF_HEADER_BYTES + bytes.readUInt32LE(4)) return undefined
  const { width, height } = WEBP.calculate(bytes)
  return { contentType: 'image/webp', width, height }
}

/** Only the readers of what is accepted: no other format's parser ever sees a stranger's bytes. */
const READERS = [
  { is: isJpeg, read: readJpeg },
  { is: isPng, read: readPng },
  { is: (bytes: Buffer) => WEBP.validate(bytes), read: readWebp },
] as const

function readHeader(bytes: Buffer): Header {
  try {
    const header = READERS.find(({ is }) => is(bytes))?.read(bytes)
    if (header) return header
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
 * Tells from its bytes alone what a file is, and refuses what no engine should be given. Nothing is decoded but the
 * codes of a JPEG without its end-of-image marker, which it is given where all of its picture is there.
 *
 * @throws RecognitionError `IMAGE_TOO_LARGE` above `maxBytes`; `IMAGE_TOO_SMALL` under 100 px on a side;
 *   `IMAGE_UNREADABLE` for an empty or cut-off file, another type than accepted, over 20,000 px on a side or 108
 *   million pixels.
 */
export function inspect(file: Uint8Array, options: InspectOptions = {}): LicenseImage {
  const { maxBytes = MAX_SENT_BYTES, accept } = options
  if (file.byteLength > maxBytes) throw new RecognitionError('IMAGE_TOO_LARGE')

  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const image = { bytes, ...readHeader(bytes) }
  if (!isDecodable(image) || accept?.includes(image.contentType) === false) {
    throw new RecognitionError('IMAGE_UNREADABLE')
  }
  if (Math.min(image.width, image.height) < MIN_SIDE) throw new RecognitionError('IMAGE_TOO_SMALL')
  return image
}
