import type { Frame } from '../../vision/index'

/** Pause after each frame, so that the page can respond. */
export const REST_MS = 100

/**
 * Calls `onFrame` with frames of the page's camera, which must be ready. Frames that come too soon are dropped. Returns
 * a function that stops it.
 *
 * @param onFrame must not keep the frame: the platform reuses its bytes
 */
export function watchFrames(onFrame: (frame: Frame, timeMs: number) => void, now = Date.now): () => void {
  let restUntil = 0
  let stopped = false
  const listener = wx.createCameraContext().onCameraFrame(({ data, width, height }) => {
    const timeMs = now()
    // A frame may still arrive after the listener is stopped.
    if (stopped || timeMs < restUntil) return
    onFrame({ data: new Uint8Array(data), width, height }, timeMs)
    restUntil = now() + REST_MS
  })
  listener.start()
  return () => {
    if (stopped) return
    stopped = true
    listener.stop()
  }
}
