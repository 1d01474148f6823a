import { WEBP } from 'image-size/types/webp'
import { RecognitionError } from '../miniprogram/vehicle-license/errors'
import { isJpeg } from '../miniprogram/image/jpeg/segments'
import { openJpeg, repaired } from '../miniprogram/image/jpeg/open'
import { isDecodable, MAX_SENT_BYTES } from '../miniprogram/image/limits'
import { isPng, isWholePng, sizeOfPng } from '../miniprogram/image/png'
import { CONTENT_TYPES, type ContentType, type LicenseImage } from './engine'

/** px; no license is legible in a picture with a shorter side */
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

/** A WebP is complete if it is as long as its RIFF header says. */
function readWebp(bytes: Buffer): Header | undefined {
  if (bytes.length < RIFF_HEADER_BYTES + bytes.readUInt32LE(4)) return undefined
  const { width, height } = WEBP.calculate(bytes)
  return { contentType: 'image/webp', width, height }
}

/** Only these formats' parsers ever see untrusted bytes. */
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
  /** WeChat's limit by default. */
  readonly maxBytes?: number
  /** All types by default. */
  readonly accept?: readonly ContentType[]
}

/**
 * Checks a file by its bytes alone, before any engine sees it. Only the entropy-coded data of a JPEG without an
 * end-of-image marker is decoded: if it is complete, the marker is added.
 *
 * @throws RecognitionError `IMAGE_TOO_LARGE` above `maxBytes`; `IMAGE_TOO_SMALL` under 100 px on a side;
 *   `IMAGE_UNREADABLE` for an empty or truncated file, a type not accepted, over 20,000 px on a side or over 108
 *   megapixels
 */
export function inspect(file: Uint8Array, options: InspectOptions = {}): LicenseImage {
  const { maxBytes = MAX_SENT_BYTES, accept = CONTENT_TYPES } = options
  if (file.byteLength > maxBytes) throw new RecognitionError('IMAGE_TOO_LARGE')

  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const image = { bytes, ...readHeader(bytes) }
  if (!isDecodable(image) || !accept.includes(image.contentType)) throw new RecognitionError('IMAGE_UNREADABLE')
  if (Math.min(image.width, image.height) < MIN_SIDE) throw new RecognitionError('IMAGE_TOO_SMALL')
  return image
}
