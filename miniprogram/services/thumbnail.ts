import type { Size } from '../vehicle-license/picture/pose'
import type { RecognitionType } from '../vehicle-license/recognition'
import { hasLicenseShape, suggestType, type Thumbnail } from '../vehicle-license/suggest-type'

const LONG_SIDE_PX = 96

type Canvas2d = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D

/** @throws whatever the platform does where it cannot decode the picture */
async function thumbnailOf(path: string, size: Size): Promise<Thumbnail> {
  const scale = LONG_SIDE_PX / Math.max(size.width, size.height)
  const width = Math.max(1, Math.round(size.width * scale))
  const height = Math.max(1, Math.round(size.height * scale))
  const canvas = wx.createOffscreenCanvas({ type: '2d', width, height })
  const image = canvas.createImage()
  await new Promise((resolve, reject) => {
    image.onload = resolve
    image.onerror = reject
    image.src = path
  })
  const context = canvas.getContext('2d') as Canvas2d
  context.drawImage(image, 0, 0, width, height)
  return { data: context.getImageData(0, 0, width, height).data, width, height }
}

/** `suggestType` of a file: only one of a license's shape is looked into, so that most cost no second decoding. */
export async function suggestTypeOf(path: string, size: Size): Promise<RecognitionType> {
  if (!hasLicenseShape(size)) return 'photo'
  try {
    return suggestType(await thumbnailOf(path, size))
  } catch {
    // What is wrong with the picture shows where it is sent.
    return 'photo'
  }
}
