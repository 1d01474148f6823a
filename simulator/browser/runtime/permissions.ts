const PREFIX = 'scope:'

export const SCOPES = ['scope.camera', 'scope.writePhotosAlbum'] as const
export type Scope = (typeof SCOPES)[number]

/** undefined until the person has been asked */
export function permission(scope: Scope): boolean | undefined {
  const answer = localStorage.getItem(PREFIX + scope)
  return answer === null ? undefined : answer === 'true'
}

export const setPermission = (scope: Scope, granted: boolean): void => {
  localStorage.setItem(PREFIX + scope, String(granted))
}

/** The answers so far, as in `wx.getSetting()`. */
export const authSetting = (): Record<string, boolean> =>
  Object.fromEntries(
    SCOPES.flatMap((scope) => {
      const answer = permission(scope)
      return answer === undefined ? [] : [[scope, answer]]
    }),
  )

/**
 * Opens the browser's camera. After a refusal only `wx.openSetting` can allow it.
 *
 * @throws Error `auth deny` after a refusal; the browser's error if there is no camera
 */
export async function openCamera(video: MediaTrackConstraints): Promise<MediaStream> {
  if (permission('scope.camera') === false) throw new Error('auth deny')
  if (!('mediaDevices' in navigator)) throw new Error('browsers open the camera on https:// and localhost only')
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video })
    setPermission('scope.camera', true)
    return stream
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') throw error
    setPermission('scope.camera', false)
    throw new Error('auth deny', { cause: error })
  }
}
