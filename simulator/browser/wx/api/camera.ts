import { throwOnMissing } from '../throw-on-missing'
import { type Camera, currentCamera, runningCamera } from '../../runtime/camera'
import { api } from '../api'
import { drawToCanvas, saveCanvas } from '../pixels'

type Quality = 'high' | 'normal' | 'low' | 'original'
/** JPEG qualities for takePhoto's words; WeChat does not tell its own. */
const QUALITIES: Record<Quality, number> = { original: 0.98, high: 0.92, normal: 0.8, low: 0.5 }

interface Frame {
  width: number
  height: number
  /** RGBA, four bytes a px. */
  data: ArrayBuffer
}

const takePhoto = api('operateCamera', async ({ quality = 'normal' }: { quality?: Quality }) => {
  const { video } = runningCamera()
  const { videoWidth: width, videoHeight: height } = video
  const tempImagePath = await saveCanvas(drawToCanvas(video, width, height), 'jpg', QUALITIES[quality])
  return { tempImagePath, width, height }
})

/** Reads frames off the camera, all over the same canvas. */
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

/** Between frames, at least: phones bring about as many, and reading them is dear where there is no graphics card. ms */
const FRAME_MS = 50

/** Each frame of the camera once, and none while the window is not looked at. */
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
