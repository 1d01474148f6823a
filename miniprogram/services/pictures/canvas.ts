import type { Size } from '../../image/size'
import { RecognitionError } from '../../vehicle-license/errors'

type Context = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D

export interface Canvas {
  readonly canvas: WechatMiniprogram.OffscreenCanvas
  readonly context: Context
}

export function createCanvas({ width, height }: Size): Canvas {
  const canvas = wx.createOffscreenCanvas({ type: '2d', width, height })
  return { canvas, context: canvas.getContext('2d') as Context }
}

export function loadImage(path: string): Promise<WechatMiniprogram.Image> {
  return new Promise((resolve, reject) => {
    const image = wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 }).createImage()
    image.onload = () => resolve(image)
    image.onerror = (cause) => reject(new RecognitionError('IMAGE_UNREADABLE', { cause }))
    image.src = path
  })
}

/** Never smaller than 1 x 1. */
export const wholePixels = ({ width, height }: Size, scale = 1): Size => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
})

/** @returns path of a temporary file */
export async function saveJpeg({ canvas }: Canvas, { width, height }: Size, quality: number): Promise<string> {
  const { tempFilePath } = await wx.canvasToTempFilePath({
    canvas: canvas as unknown as WechatMiniprogram.Canvas,
    fileType: 'jpg',
    quality,
    destWidth: width,
    destHeight: height,
  })
  return tempFilePath
}
