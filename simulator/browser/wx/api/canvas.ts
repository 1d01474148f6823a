import { type CanvasNode, toCanvasNode } from '../../runtime/canvas-node'
import { api } from '../api'
import { drawn, type FileType, saveCanvas } from '../pixels'

interface OffscreenOptions {
  type?: '2d' | 'webgl'
  width?: number
  height?: number
}

/** Everything in px of the canvas, which is the whole of it by default; quality 0 to 1. */
interface SaveOptions {
  canvas?: HTMLCanvasElement
  x?: number
  y?: number
  width?: number
  height?: number
  destWidth?: number
  destHeight?: number
  fileType?: FileType
  quality?: number
}

export function createOffscreenCanvas({ type = 'webgl', width, height }: OffscreenOptions = {}): CanvasNode {
  if (type !== '2d') throw new Error('createOffscreenCanvas: only {type: "2d"} is available in the simulator')
  const canvas = document.createElement('canvas')
  if (width !== undefined) canvas.width = width
  if (height !== undefined) canvas.height = height
  return toCanvasNode(canvas)
}

function cutOut(canvas: HTMLCanvasElement, x: number, y: number, width: number, height: number): HTMLCanvasElement {
  const part = document.createElement('canvas')
  part.width = width
  part.height = height
  part.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, width, height)
  return part
}

export const canvasToTempFilePath = api('canvasToTempFilePath', async (options: SaveOptions) => {
  const { canvas, x = 0, y = 0, fileType = 'png', quality = 1 } = options
  if (!canvas) throw new Error('only {canvas} is available in the simulator, not {canvasId}')
  const { width = canvas.width - x, height = canvas.height - y } = options
  const isWhole = x === 0 && y === 0 && width === canvas.width && height === canvas.height
  const part = isWhole ? canvas : cutOut(canvas, x, y, width, height)
  const { destWidth = width * devicePixelRatio, destHeight = height * devicePixelRatio } = options
  const whole = drawn(part, destWidth, destHeight, fileType === 'jpg' ? '#fff' : undefined)
  return { tempFilePath: await saveCanvas(whole, fileType, quality) }
})
