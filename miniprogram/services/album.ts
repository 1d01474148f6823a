import { RecognitionError } from '../vehicle-license/errors'
import { isCancel, privacyErrorCode } from './platform-error'

/**
 * Lets the person choose a picture of the album. Resolves to its temporary path, or to nothing when they change
 * their mind.
 *
 * @throws RecognitionError `PRIVACY_REFUSED`, `NOT_AUTHORIZED`, or `ALBUM_UNAVAILABLE`.
 */
export async function choosePhoto(): Promise<string | undefined> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'], sourceType: ['album'] })
    return tempFiles[0]?.tempFilePath
  } catch (error) {
    if (isCancel(error)) return undefined
    throw new RecognitionError(privacyErrorCode(error) ?? 'ALBUM_UNAVAILABLE', { cause: error })
  }
}
