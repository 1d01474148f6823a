import { RecognitionError } from '../../vehicle-license/errors'
import { isCancel, privacyErrorCode } from './errors'

export interface PickedFile {
  /** of a temporary file */
  readonly path: string
  readonly bytes: number
}

/**
 * Resolves to an empty list if the person cancels, and to more than `count` files where the system's own picker ignores
 * the limit.
 *
 * @throws RecognitionError `PRIVACY_REFUSED`, `NOT_AUTHORIZED`, `ALBUM_UNAVAILABLE`
 */
export async function choosePhotos(count: number): Promise<PickedFile[]> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count, mediaType: ['image'], sourceType: ['album'] })
    return tempFiles.map(({ tempFilePath: path, size: bytes }) => ({ path, bytes }))
  } catch (error) {
    if (isCancel(error)) return []
    throw new RecognitionError(privacyErrorCode(error) ?? 'ALBUM_UNAVAILABLE', { cause: error })
  }
}
