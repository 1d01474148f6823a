import type { Frame } from '../../vision/index'

/** Frames that come sooner than this after one was looked at are dropped: the page has other things to do. ms */
export const REST_MS = 100

/**
 * Looks at the frames of the page's camera, which must be ready, until the function it returns is called. What comes
 * too soon is dropped: nothing waits in a queue.
 *
 * @param look gets the frame, whose bytes are the platform's again afterwards, and its time in ms.
 */
export function watchFrames(look: (frame: Frame, timeMs: number) => void, now = Date.now): () => void {
  let restsUntil = 0
  let stopped = false
  const listener = wx.createCameraContext().onCameraFrame(({ data, width, height }) => {
    const timeMs = now()
    // A frame may be on its way when the listener is stopped.
    if (stopped || timeMs < restsUntil) return
    look({ data: new Uint8Array(data), width, height }, timeMs)
    restsUntil = now() + REST_MS
  })
  listener.start()
  return () => {
    if (stopped) return
    stopped = true
    listener.stop()
  }
}
