import { RecognitionError } from '../../../vehicle-license/errors'
import { withoutMetadata } from '../../../image/jpeg/metadata'
import { type Orientation, orientationOf } from '../../../image/jpeg/orientation'
import { openJpeg, type OpenJpeg } from '../../../image/jpeg/open'
import { isJpeg } from '../../../image/jpeg/segments'
import { isPng, isWholePng } from '../../../image/png'
import { readBytes } from '../../platform/files'

export interface Jpeg extends OpenJpeg {
  readonly orientation: Orientation
  /** of the file as it is */
  readonly bytes: Uint8Array
  /** The same picture without its metadata. */
  readonly clean: () => Uint8Array
}

export interface ImageFile {
  readonly path: string
  /** What its bytes tell, where it is a JPEG. */
  readonly jpeg: Jpeg | undefined
}

/** @throws RecognitionError `IMAGE_UNREADABLE` for half a JPEG: a canvas draws its upper part without a word */
export function readJpeg(bytes: Uint8Array): Jpeg | undefined {
  if (!isJpeg(bytes)) return undefined
  const jpeg = openJpeg(bytes)
  if (!jpeg) throw new RecognitionError('IMAGE_UNREADABLE')
  const { segments } = jpeg
  return {
    ...jpeg,
    bytes,
    orientation: orientationOf(bytes, segments),
    clean: () => withoutMetadata(bytes, segments),
  }
}

/**
 * Of any size: what a person picks is measured when it is picked, and a shot of the app's own is always usable.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE`
 */
export async function openImageFile(path: string): Promise<ImageFile> {
  const bytes = await readBytes(path)
  if (isPng(bytes) && !isWholePng(bytes)) throw new RecognitionError('IMAGE_UNREADABLE')
  return { path, jpeg: readJpeg(bytes) }
}
