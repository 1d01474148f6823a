import { RecognitionError } from '../../vehicle-license/errors'
import { withoutMetadata } from '../../image/jpeg/metadata'
import { type Orientation, orientationOf } from '../../image/jpeg/orientation'
import { openJpeg, type OpenJpeg } from '../../image/jpeg/open'
import { isJpeg } from '../../image/jpeg/segments'
import { isPng, isWholePng } from '../../image/png'
import { readBytes } from '../platform/files'

export interface Jpeg extends OpenJpeg {
  readonly orientation: Orientation
  /** of the whole file */
  readonly bytes: Uint8Array
  /** Bytes without metadata. */
  readonly clean: () => Uint8Array
}

export interface ImageFile {
  readonly path: string
  /** Undefined for other formats. */
  readonly jpeg: Jpeg | undefined
}

/** @throws RecognitionError `IMAGE_UNREADABLE` for a truncated JPEG, which a canvas would draw without an error */
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
 * Does not check the size: picked files are checked before.
 *
 * @throws RecognitionError `IMAGE_UNREADABLE`
 */
export async function openImageFile(path: string): Promise<ImageFile> {
  const bytes = await readBytes(path)
  if (isPng(bytes) && !isWholePng(bytes)) throw new RecognitionError('IMAGE_UNREADABLE')
  return { path, jpeg: readJpeg(bytes) }
}
