import { type Camera, currentCamera, runningCamera } from '../../runtime/camera'
import { api } from '../api'
import { loud } from '../loud'
import { drawn, saveCanvas } from '../pixels'

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
  const tempImagePath = await saveCanvas(drawn(video, width, height), 'jpg', QUALITIES[quality])
  return { tempImagePath, width, height }
})

function readFrame({ video, frameShortSide }: Camera): Frame {
  const scale = frameShortSide / Math.min(video.videoWidth, video.videoHeight)
  const canvas = drawn(video, video.videoWidth * scale, video.videoHeight * scale)
  const { width, height } = canvas
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data
  return { width, height, data: pixels?.buffer ?? new ArrayBuffer(0) }
}

function onCameraFrame(callback: (frame: Frame) => void): object {
  let running = false
  const next = (): void => {
    if (!running) return
    requestAnimationFrame(next)
    const camera = currentCamera()
    if (camera) callback(readFrame(camera))
  }
  return {
    start: api('CameraFrameListener.start', () => {
      running = true
      requestAnimationFrame(next)
      return {}
    }),
    stop: api('CameraFrameListener.stop', () => {
      running = false
      return {}
    }),
  }
}

const setZoom = api('operateCamera', ({ zoom }: { zoom: number }) => ({ zoom: runningCamera().setZoom(zoom) }))

export const createCameraContext = () => loud('CameraContext', { takePhoto, onCameraFrame, setZoom })
