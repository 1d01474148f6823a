import { throwOnMissing } from '../throw-on-missing'
import { type Camera, currentCamera, runningCamera } from '../../runtime/camera'
import { api } from '../api'
import { drawToCanvas, saveCanvas } from '../pixels'

type Quality = 'high' | 'normal' | 'low' | 'original'
/** JPEG quality; WeChat does not document its own. */
const QUALITIES: Record<Quality, number> = { original: 0.98, high: 0.92, normal: 0.8, low: 0.5 }

interface Frame {
  width: number
  height: number
  /** RGBA, four bytes per pixel. */
  data: ArrayBuffer
}

const takePhoto = api('operateCamera', async ({ quality = 'normal' }: { quality?: Quality }) => {
  const { video } = runningCamera()
  const { videoWidth: width, videoHeight: height } = video
  const tempImagePath = await saveCanvas(drawToCanvas(video, width, height), 'jpg', QUALITIES[quality])
  return { tempImagePath, width, height }
})

/** Reads frames through one reused canvas. */
function frameReader(): (camera: Camera) => Frame {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return ({ video, frameShortSide }) => {
    const scale = frameShortSide / Math.min(video.videoWidth, video.videoHeight)
    const width = Math.round(video.videoWidth * scale)
    const height = Math.round(video.videoHeight * scale)
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    if (!context) throw new Error('the canvas is too large')
    context.drawImage(video, 0, 0, width, height)
    return { width, height, data: context.getImageData(0, 0, width, height).data.buffer }
  }
}

/** Minimum interval between frames: about a phone's rate, and reading pixels is slow without a GPU. */
const FRAME_MS = 50

/** Delivers each frame once, and none while the window is hidden. */
function onCameraFrame(callback: (frame: Frame) => void): object {
  const read = frameReader()
  let request = 0
  let shownAt = -1
  let readAt = -FRAME_MS
  const next = (now: number): void => {
    request = requestAnimationFrame(next)
    const camera = currentCamera()
    if (!camera || camera.video.currentTime === shownAt || now - readAt < FRAME_MS) return
    shownAt = camera.video.currentTime
    readAt = now
    callback(read(camera))
  }
  return throwOnMissing('CameraFrameListener', {
    start: api('CameraFrameListener.start', () => {
      cancelAnimationFrame(request)
      request = requestAnimationFrame(next)
      return {}
    }),
    stop: api('CameraFrameListener.stop', () => {
      cancelAnimationFrame(request)
      return {}
    }),
  })
}

const setZoom = api('operateCamera', ({ zoom }: { zoom: number }) => ({ zoom: runningCamera().setZoom(zoom) }))

export const createCameraContext = () => throwOnMissing('CameraContext', { takePhoto, onCameraFrame, setZoom })
