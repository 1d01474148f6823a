import { addTemporaryBlob } from '../runtime/files'

export type FileType = 'jpg' | 'png'

/**
 * Saves a canvas as a temporary file.
 *
 * @param quality 0 to 1, for JPEG only
 * @throws Error if the canvas is empty or too large
 */
export async function saveCanvas(canvas: HTMLCanvasElement, fileType: FileType, quality: number): Promise<string> {
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png'
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality))
  if (!blob) throw new Error('the canvas cannot be encoded')
  return addTemporaryBlob(blob, fileType)
}

/** Draws `source` over a new canvas, on a background because JPEG has no transparency. */
export function drawToCanvas(
  source: CanvasImageSource,
  width: number,
  height: number,
  background?: string,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  canvas.height = Math.round(height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the canvas is too large')
  if (background !== undefined) {
    context.fillStyle = background
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  // The default samples four pixels and skips the rest of a much larger picture.
  if (source instanceof HTMLImageElement && source.naturalWidth > 2 * canvas.width) {
    context.imageSmoothingQuality = 'high'
  }
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return canvas
}
