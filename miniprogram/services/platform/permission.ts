/**
 * Once refused, WeChat does not ask again: the person must allow the camera on its settings page, which opens only from a
 * tap.
 */
export async function isCameraRefused(): Promise<boolean> {
  const { authSetting } = await wx.getSetting({})
  return authSetting['scope.camera'] === false
}
