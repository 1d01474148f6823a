/** The camera element that is on the page: there may be one only. */
export interface Camera {
  video: HTMLVideoElement
  /** px of the shorter side of the frames that `onCameraFrame` gives. */
  frameShortSide: number
  setZoom: (zoom: number) => number
}

let current: Camera | undefined

export const setCamera = (camera: Camera | undefined): void => {
  current = camera
}

/** The camera, once it shows pictures. */
export const currentCamera = (): Camera | undefined => (current && current.video.videoWidth > 0 ? current : undefined)

/** @throws Error where no camera shows pictures. */
export function runningCamera(): Camera {
  const camera = currentCamera()
  if (!camera) throw new Error('camera is not ready')
  return camera
}
