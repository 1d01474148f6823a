import { namespaced } from '../platform/namespace'

const KEY = namespaced('camera:auto')

/** Whether the camera takes the photo automatically; on by default. */
export const isAutoCaptureOn = (): boolean => wx.getStorageSync<boolean | ''>(KEY) !== false

export function setAutoCapture(on: boolean): void {
  try {
    wx.setStorageSync(KEY, on)
  } catch {
    // Storage is full: the setting lasts until the app closes.
  }
}
