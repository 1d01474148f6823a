import { RecognitionError } from '../../vehicle-license/errors'
import { isCancel, privacyErrorCode } from './errors'

/** A picture that a person picked, as the platform gives it. */
export interface PickedFile {
  /** of a temporary file */
  readonly path: string
  readonly bytes: number
}

/**
 * Lets the person choose pictures of the album. Resolves to none when they change their mind. There may be more than `count`: where the system's own chooser opens, it knows no such limit.
 *
 * @throws RecognitionError `PRIVACY_REFUSED`, `NOT_AUTHORIZED`, or `ALBUM_UNAVAILABLE`.
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
