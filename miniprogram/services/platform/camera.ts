import { RecognitionError } from '../../vehicle-license/errors'

/** A camera that is taken away during a shot may never answer. */
const SHOT_TIMEOUT_MS = 15_000

/**
 * Resolves to the path of a temporary file: a JPEG on Android, a PNG on iOS.
 *
 * @throws RecognitionError `CAMERA_UNAVAILABLE`
 */
export const takePhoto = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new RecognitionError('CAMERA_UNAVAILABLE', { cause }))
    const timer = setTimeout(() => fail(new Error('timeout')), SHOT_TIMEOUT_MS)
    wx.createCameraContext().takePhoto({
      quality: 'high',
      success: ({ tempImagePath }) => resolve(tempImagePath),
      fail,
      complete: () => clearTimeout(timer),
    })
  })

export const vibrate = (): void => {
  wx.vibrateShort({ type: 'medium', fail: () => undefined })
}

/** Computers have a webcam only. */
const ONE_CAMERA = ['windows', 'mac', 'ohos_pc']

/** A guess: the platform does not tell how many cameras there are. */
export const hasTwoCameras = (): boolean => !ONE_CAMERA.includes(wx.getDeviceInfo().platform)
