import { fetchBlob, readBytes, toUrl } from '../../runtime/files'
import { imageOrientation, imageType } from '../../runtime/image-info'
import { stack } from '../../runtime/stack'
import { api } from '../api'
import { drawn, saveCanvas } from '../pixels'
import { showPreview } from '../../chrome/preview'
import { away } from '../../runtime/away'

interface CompressOptions {
  src: string
  /** 0 to 100. */
  quality?: number
  /** px */
  compressedWidth?: number
  compressedHeight?: number
}

async function decode(blob: Blob, imageOrientation: ImageOrientation): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(blob, { imageOrientation })
  } catch (error) {
    throw new Error('the file is not an image or cannot be decoded', { cause: error })
  }
}

/** Width and height are those of the stored pixels: the rotation that EXIF asks for is not applied. */
export const getImageInfo = api('getImageInfo', async ({ src }: { src: string }) => {
  const blob = await fetchBlob(src, stack.top?.route)
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const bitmap = await decode(blob, 'none')
  const { width, height } = bitmap
  bitmap.close()
  return { width, height, path: src, orientation: imageOrientation(bytes), type: imageType(bytes) }
})

/** Makes a JPEG smaller; a PNG stays a PNG, only its size in px changes. */
export const compressImage = api('compressImage', async (options: CompressOptions) => {
  const { src, quality = 80, compressedWidth, compressedHeight } = options
  const blob = await fetchBlob(src, stack.top?.route)
  const bitmap = await decode(blob, 'from-image')
  const ratio = bitmap.height / bitmap.width
  const width = compressedWidth ?? (compressedHeight === undefined ? bitmap.width : compressedHeight / ratio)
  const height = compressedHeight ?? width * ratio
  const png = imageType(new Uint8Array(await blob.arrayBuffer())) === 'png'
  const canvas = drawn(bitmap, width, height, png ? undefined : '#fff')
  bitmap.close()
  return { tempFilePath: await saveCanvas(canvas, png ? 'png' : 'jpg', quality / 100) }
})

function preview(paths: string[], first: number): object {
  const urls = paths.map((path) => toUrl(path, stack.top?.route))
  void away(() => showPreview(urls, first))
  return {}
}

export const previewImage = api('previewImage', ({ urls, current }: { urls: string[]; current?: string | number }) =>
  preview(urls, typeof current === 'number' ? current : Math.max(0, urls.indexOf(current ?? ''))),
)

export const previewMedia = api(
  'previewMedia',
  ({ sources, current = 0 }: { sources: { url: string }[]; current?: number }) =>
    preview(
      sources.map(({ url }) => url),
      current,
    ),
)

export const saveImageToPhotosAlbum = api('saveImageToPhotosAlbum', ({ filePath }: { filePath: string }) => {
  const link = document.createElement('a')
  link.href = toUrl(filePath, stack.top?.route)
  link.download = `image.${imageType(readBytes(filePath)) === 'png' ? 'png' : 'jpg'}`
  link.click()
  return {}
})
