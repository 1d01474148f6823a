import { RecognitionError } from '../../../vehicle-license/errors'
import { MAX_SENT_BYTES } from '../../../image/limits'
import { FALLBACK, MAX_ENCODES, nextEncoding, planEncoding } from '../../../image/jpeg-encoding'
import { toRecognitionError } from '../../platform/errors'
import { drawEdited, type Edit, isNothing } from './edit'
import { type Encoder, encodeClean } from './encoder'
import { load } from './load'
import { shrinker } from './shrink'
import { type Jpeg, openImageFile, type ImageFile } from './image-file'
import { writeTemporary } from './temporary'
import { type RunStep, stepRunner, type CompressOptions } from './options'

export type { Edit, CompressOptions }

/** of all that is to be done, 0..1 */
const OPENED = 0.2
const LOADED = 0.4
const DRAWN = 0.6
const ENCODED = 0.9

/** An upright JPEG that nobody turned or cut: the platform's own means may do. */
const plainJpeg = ({ jpeg }: ImageFile, edit: Edit): Jpeg | undefined =>
  jpeg?.isCommon && jpeg.orientation === 1 && isNothing(edit, jpeg) ? jpeg : undefined

/** The bytes of a JPEG that is within the bounds already: only its metadata is cut out of them. */
function asItIs(jpeg: Jpeg): Uint8Array | undefined {
  if (planEncoding(jpeg).size.width < jpeg.width) return undefined
  const clean = jpeg.clean()
  return clean.length < MAX_SENT_BYTES ? clean : undefined
}

async function draw(source: ImageFile, edit: Edit, step: RunStep): Promise<Encoder> {
  const loaded = await step(LOADED, () => load(source))
  return step(DRAWN, () => Promise.resolve(drawEdited(loaded, edit)))
}

/** Encodes until it fits: once for nearly all, since the quality that fits is predicted from the first result. */
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

async function compressFile(source: ImageFile, edit: Edit, step: RunStep): Promise<string> {
  const plain = plainJpeg(source, edit)
  const ready = plain && asItIs(plain)
  if (ready) return step(1, () => (ready === plain.bytes ? Promise.resolve(source.path) : writeTemporary(ready)))
  const shrink = plain && shrinker(source.path, planEncoding(plain))
  return encode(shrink, () => draw(source, edit, step), step)
}

/**
 * Makes the picture that is sent: an upright JPEG of less than 2,000,000 bytes without any metadata, of 4 megapixels or
 * its long side 2200 px at most, whatever was picked. Never upscaled; encoded at most three times, and not at all where
 * it is all of that already. Resolves to its temporary path.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE` for what is no picture, or half of one; `STORAGE_FULL`;
 *   `CANCELLED`
 */
export async function compress(path: string, edit: Edit = {}, watch: CompressOptions = {}): Promise<string> {
  const step = stepRunner(watch)
  try {
    const source = await step(OPENED, () => openImageFile(path))
    if (source.jpeg?.isEnded === false) watch.onWarning?.('UNENDED')
    return await compressFile(source, edit, step)
  } catch (error) {
    throw toRecognitionError(error, 'IMAGE_UNREADABLE')
  }
}
