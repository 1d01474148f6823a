import { inBackground } from '../../runtime/background'
import { exists, fetchBlob, readBytes, toUrl } from '../../runtime/files'
import { imageOrientation, imageType } from '../../runtime/image-info'
import { stack } from '../../runtime/stack'
import { api } from '../api'
import { drawToCanvas, saveCanvas } from '../pixels'
import { showPreview } from '../../phone-ui/preview'

const UNDECODABLE = 'the file is not an image or cannot be decoded'

interface CompressOptions {
  src: string
  /** 0 to 100 */
  quality?: number
  /** px */
  compressedWidth?: number
  compressedHeight?: number
}

/** An `<img>` decodes a JPEG at the size it is drawn; an ImageBitmap of 48 megapixels would take 190 MB. */
const loadImage = (src: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error(UNDECODABLE))
    image.src = toUrl(src, stack.top?.route)
  })

/** Avoids copying a file of the phone into a blob. */
const bytesOf = async (src: string): Promise<Uint8Array> =>
  exists(src) ? readBytes(src) : new Uint8Array(await (await fetchBlob(src, stack.top?.route)).arrayBuffer())

/** Orientations that swap width and height. */
const SIDEWAYS = /^(left|right)/

/** Width and height are those of the stored pixels, before the EXIF rotation. */
export const getImageInfo = api('getImageInfo', async ({ src }: { src: string }) => {
  const [{ naturalWidth, naturalHeight }, bytes] = await Promise.all([loadImage(src), bytesOf(src)])
  const orientation = imageOrientation(bytes)
  const [width, height] = SIDEWAYS.test(orientation) ? [naturalHeight, naturalWidth] : [naturalWidth, naturalHeight]
  return { width, height, path: src, orientation, type: imageType(bytes) }
})

/** A PNG stays a PNG and ignores `quality`. */
export const compressImage = api('compressImage', async (options: CompressOptions) => {
  const { src, quality = 80, compressedWidth, compressedHeight } = options
  const image = await loadImage(src)
  const ratio = image.naturalHeight / image.naturalWidth
  const width = compressedWidth ?? (compressedHeight === undefined ? image.naturalWidth : compressedHeight / ratio)
  const height = compressedHeight ?? width * ratio
  const png = imageType(await bytesOf(src)) === 'png'
  const canvas = drawToCanvas(image, width, height, png ? undefined : '#fff')
  return { tempFilePath: await saveCanvas(canvas, png ? 'png' : 'jpg', quality / 100) }
})

function preview(paths: string[], first: number): object {
  const urls = paths.map((path) => toUrl(path, stack.top?.route))
  void inBackground(() => showPreview(urls, first))
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
