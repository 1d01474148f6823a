import { RecognitionError } from '../../../vehicle-license/errors'
import { MAX_SENT_BYTES } from '../../../image/limits'
import { FALLBACK, MAX_ENCODES, nextEncoding, planEncoding } from '../../../image/jpeg-encoding'
import { toRecognitionError } from '../../platform/errors'
import { drawEdited, hasNoEffect } from '../crop'
import type { Edit } from '../edit'
import { type Encoder, encodeClean } from './encoder'
import { load } from '../load'
import { shrinker } from './shrink'
import { type Jpeg, openImageFile, type ImageFile } from '../image-file'
import { writeTemporary } from '../temporary'
import { type RunStep, stepRunner, type CompressOptions } from './options'

/** Progress after each step, 0..1. */
const OPENED = 0.2
const LOADED = 0.4
const DRAWN = 0.6
const ENCODED = 0.9

/** An upright, unedited JPEG: it needs no canvas. */
const plainJpeg = ({ jpeg }: ImageFile, edit: Edit): Jpeg | undefined =>
  jpeg?.isCommon && jpeg.orientation === 1 && hasNoEffect(edit, jpeg) ? jpeg : undefined

/** The bytes without metadata, if the picture is small enough already. */
function cleanIfSmall(jpeg: Jpeg): Uint8Array | undefined {
  if (planEncoding(jpeg).size.width < jpeg.width) return undefined
  const clean = jpeg.clean()
  return clean.length < MAX_SENT_BYTES ? clean : undefined
}

async function draw(file: ImageFile, edit: Edit, step: RunStep): Promise<Encoder> {
  const loaded = await step(LOADED, () => load(file))
  return step(DRAWN, () => Promise.resolve(drawEdited(loaded, edit)))
}

/** Encodes until it fits. The quality is predicted from the previous attempt: once is mostly enough. */
async function encode(shrink: Encoder | undefined, draw: () => Promise<Encoder>, step: RunStep): Promise<string> {
  let encoder = shrink ?? (await draw())
  let wanted = encoder.first
  for (let count = 1; count <= MAX_ENCODES; count++) {
    const encoding = count === MAX_ENCODES ? FALLBACK : wanted
    const encoded = await step(ENCODED, () => encodeClean(encoder, encoding))
    if (encoded && encoded.bytes.length < MAX_SENT_BYTES) return step(1, encoded.keep)
    if (encoded) wanted = nextEncoding({ encoding, bytes: encoded.bytes.length })
    else encoder = await draw()
  }
  throw new RecognitionError('IMAGE_TOO_LARGE')
}

async function compressFile(file: ImageFile, edit: Edit, step: RunStep): Promise<string> {
  const plain = plainJpeg(file, edit)
  const ready = plain && cleanIfSmall(plain)
  if (ready) return step(1, () => (ready === plain.bytes ? Promise.resolve(file.path) : writeTemporary(ready)))
  const shrink = plain && shrinker(file.path, planEncoding(plain))
  return encode(shrink, () => draw(file, edit, step), step)
}

/**
 * Makes the JPEG to send: upright, without metadata, below 2,000,000 bytes, and at most 4 megapixels or 2200 px on its
 * long side. Never enlarges; encodes at most three times, and not at all if the file fits already. Resolves to the path
 * of a temporary file.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE` (also if truncated), `IMAGE_TOO_LARGE`, `STORAGE_FULL`, `CANCELLED`
 */
export async function compress(path: string, edit: Edit = {}, options: CompressOptions = {}): Promise<string> {
  const step = stepRunner(options)
  try {
    const file = await step(OPENED, () => openImageFile(path))
    if (file.jpeg?.isEnded === false) options.onWarning?.('UNENDED')
    return await compressFile(file, edit, step)
  } catch (error) {
    throw toRecognitionError(error, 'IMAGE_UNREADABLE')
  }
}
