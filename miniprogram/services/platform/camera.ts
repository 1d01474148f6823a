import { RecognitionError } from '../../vehicle-license/errors'

/** A camera that was taken away in the middle of a shot may never answer. ms */
const SHOT_TIMEOUT_MS = 15_000

/**
 * Takes a photo with the page's camera. Resolves to its temporary path: a JPEG on Android, a PNG on iOS.
 *
 * @throws RecognitionError `CAMERA_UNAVAILABLE`
 */
export const takePhoto = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new RecognitionError('CAMERA_UNAVAILABLE', { cause }))
    const timer = setTimeout(() => fail(new Error('no photo within the time')), SHOT_TIMEOUT_MS)
    wx.createCameraContext().takePhoto({
      quality: 'high',
      success: ({ tempImagePath }) => resolve(tempImagePath),
      fail,
      complete: () => clearTimeout(timer),
    })
  })

/** Lets the person feel that the shot is being taken; a phone that cannot vibrate stays still. */
export const vibrate = (): void => {
  wx.vibrateShort({ type: 'medium', fail: () => undefined })
}

/** Platforms on which the one camera is the screen's. */
const ONE_CAMERA = ['windows', 'mac', 'ohos_pc']

/** Whether there is a camera on either side. The platform does not count them: phones and tablets have both. */
export const hasTwoCameras = (): boolean => !ONE_CAMERA.includes(wx.getDeviceInfo().platform)
