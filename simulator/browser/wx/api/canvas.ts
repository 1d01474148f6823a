import { throwOnMissing } from '../throw-on-missing'
import type { component } from 'glass-easel-miniprogram-adapter'
import { createContext } from '../../runtime/canvas-context'
import { type CanvasNode, toCanvasNode } from '../../runtime/canvas-node'
import { nodeOf } from '../../runtime/element-node'
import { stack } from '../../runtime/stack'
import { type Callbacks, settle } from '../api'
import { drawToCanvas, type FileType, saveCanvas } from '../pixels'

interface OffscreenOptions {
  type?: '2d' | 'webgl'
  width?: number
  height?: number
}

/** In px of the canvas; the whole canvas by default. */
interface SaveOptions {
  canvas?: HTMLCanvasElement
  /** Of a canvas without a `type`; its component is the second argument. */
  canvasId?: string
  x?: number
  y?: number
  width?: number
  height?: number
  destWidth?: number
  destHeight?: number
  fileType?: FileType
  /** 0 to 1 */
  quality?: number
}

export function createOffscreenCanvas({ type = 'webgl', width, height }: OffscreenOptions = {}): CanvasNode {
  if (type !== '2d') throw new Error('createOffscreenCanvas: only {type: "2d"} is available in the simulator')
  const canvas = document.createElement('canvas')
  if (width !== undefined) canvas.width = width
  if (height !== undefined) canvas.height = height
  return toCanvasNode(canvas)
}

function crop(canvas: HTMLCanvasElement, x: number, y: number, width: number, height: number): HTMLCanvasElement {
  const part = document.createElement('canvas')
  part.width = width
  part.height = height
  part.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, width, height)
  return part
}

type Component = component.GeneralComponent

/** Finds a canvas by its `canvas-id`, in a component or on the visible page. */
function canvasOf(canvasId: string, component?: Component): HTMLCanvasElement | undefined {
  const root = component ? nodeOf(component._$) : stack.top?.rootNode
  return root?.querySelector<HTMLCanvasElement>(`[data-canvas-id="${CSS.escape(canvasId)}"] > canvas`) ?? undefined
}

export const createCanvasContext = (canvasId: string, component?: Component): object =>
  throwOnMissing(
    'CanvasContext',
    createContext(() => canvasOf(canvasId, component)),
  )

async function save(options: SaveOptions, component?: Component): Promise<{ tempFilePath: string }> {
  const { canvasId, x = 0, y = 0, fileType = 'png', quality = 1 } = options
  const canvas = options.canvas ?? (canvasId === undefined ? undefined : canvasOf(canvasId, component))
  if (!canvas) throw new Error('canvas is empty')
  // A canvas without a `type` is measured in px of the page.
  const unit = options.canvas ? 1 : devicePixelRatio
  const { width = canvas.width / unit - x, height = canvas.height / unit - y } = options
  const isWhole = x === 0 && y === 0 && width * unit === canvas.width && height * unit === canvas.height
  const part = isWhole ? canvas : crop(canvas, x * unit, y * unit, width * unit, height * unit)
  const { destWidth = width * devicePixelRatio, destHeight = height * devicePixelRatio } = options
  const scaled = drawToCanvas(part, destWidth, destHeight, fileType === 'jpg' ? '#fff' : undefined)
  return { tempFilePath: await saveCanvas(scaled, fileType, quality) }
}

export const canvasToTempFilePath = (
  options: SaveOptions & Callbacks<{ tempFilePath: string }>,
  component?: Component,
) => settle('canvasToTempFilePath', options, () => save(options, component))
