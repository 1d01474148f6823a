import { RecognitionError } from '../vehicle-license/errors'
import { isCancel, privacyErrorCode } from './platform-error'

/**
 * Lets the person choose pictures of the album. Resolves to their temporary paths, to none when they change their
 * mind. There may be more than `count`: where the system's own chooser opens, it knows no such limit.
 *
 * @throws RecognitionError `PRIVACY_REFUSED`, `NOT_AUTHORIZED`, or `ALBUM_UNAVAILABLE`.
 */
export async function choosePhotos(count: number): Promise<string[]> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count, mediaType: ['image'], sourceType: ['album'] })
    return tempFiles.map(({ tempFilePath }) => tempFilePath)
  } catch (error) {
    if (isCancel(error)) return []
    throw new RecognitionError(privacyErrorCode(error) ?? 'ALBUM_UNAVAILABLE', { cause: error })
  }
}
