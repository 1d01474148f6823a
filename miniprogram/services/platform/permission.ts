/**
 * Whether the person has refused the camera. Once refused, WeChat does not ask again: only its settings page,
 * opened from a tap, brings the permission back.
 */
export async function isCameraRefused(): Promise<boolean> {
  const { authSetting } = await wx.getSetting({})
  return authSetting['scope.camera'] === false
}
