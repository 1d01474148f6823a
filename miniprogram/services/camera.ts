import { RecognitionError } from '../vehicle-license/errors'

/**
 * Takes a photo with the page's camera. Resolves to its temporary path: a JPEG on Android, a PNG on iOS.
 *
 * @throws RecognitionError `CAMERA_UNAVAILABLE`
 */
export const takePhoto = (): Promise<string> =>
  new Promise((resolve, reject) => {
    wx.createCameraContext().takePhoto({
      quality: 'high',
      success: ({ tempImagePath }) => resolve(tempImagePath),
      fail: (cause) => reject(new RecognitionError('CAMERA_UNAVAILABLE', { cause })),
    })
  })
