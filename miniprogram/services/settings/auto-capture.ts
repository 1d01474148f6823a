import { namespaced } from '../platform/namespace'

const KEY = namespaced('camera:auto')

/** Whether the camera takes the photo by itself; it does until a person turns that off. */
export const isAutoCaptureOn = (): boolean => wx.getStorageSync<boolean | ''>(KEY) !== false

export function setAutoCapture(on: boolean): void {
  try {
    wx.setStorageSync(KEY, on)
  } catch {
    // A full storage keeps no setting; it holds for this visit all the same.
  }
}
