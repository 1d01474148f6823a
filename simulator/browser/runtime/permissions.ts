const PREFIX = 'scope:'

/** Scopes that the simulator asks for. */
export const SCOPES = ['scope.camera', 'scope.writePhotosAlbum'] as const
export type Scope = (typeof SCOPES)[number]

/** The person's answer so far; undefined while nobody has asked. */
export function permission(scope: Scope): boolean | undefined {
  const answer = localStorage.getItem(PREFIX + scope)
  return answer === null ? undefined : answer === 'true'
}

export const setPermission = (scope: Scope, granted: boolean): void => {
  localStorage.setItem(PREFIX + scope, String(granted))
}

/** The answers to what was asked, as `getSetting` gives them. */
export const authSetting = (): Record<string, boolean> =>
  Object.fromEntries(
    SCOPES.flatMap((scope) => {
      const answer = permission(scope)
      return answer === undefined ? [] : [[scope, answer]]
    }),
  )

/**
 * Opens the browser's camera. A person who refused is not asked again: only `wx.openSetting` brings it back.
 *
 * @throws Error `auth deny` where the person refused; the browser's own words where there is no camera.
 */
export async function openCamera(video: MediaTrackConstraints): Promise<MediaStream> {
  if (permission('scope.camera') === false) throw new Error('auth deny')
  // Browsers have no camera outside secure contexts.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) throw new Error('the browser has a camera on https:// and localhost only')
  try {
    const stream = await devices.getUserMedia({ video })
    setPermission('scope.camera', true)
    return stream
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') throw error
    setPermission('scope.camera', false)
    throw new Error('auth deny', { cause: error })
  }
}
