/** The camera element; a page may have only one. */
export interface Camera {
  video: HTMLVideoElement
  /** Shorter side of the frames of `onCameraFrame`, px. */
  frameShortSide: number
  setZoom: (zoom: number) => number
}

let current: Camera | undefined

export const setCamera = (camera: Camera | undefined): void => {
  current = camera
}

/** undefined until the camera delivers pictures */
export const currentCamera = (): Camera | undefined => (current && current.video.videoWidth > 0 ? current : undefined)

/** @throws Error if no camera delivers pictures */
export function runningCamera(): Camera {
  const camera = currentCamera()
  if (!camera) throw new Error('camera is not ready')
  return camera
}
