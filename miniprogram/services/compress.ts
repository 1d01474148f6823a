import { RecognitionError } from '../vehicle-license/errors'
import { isWholeJpeg, MAX_PICKED_BYTES, MAX_SENT_BYTES } from '../vehicle-license/photo'
import { fileSize, readBytes } from './files'

interface Encoding {
  /** px, at most */
  readonly longSide: number
  /** 0..1 */
  readonly quality: number
}

/** Tried in order until a picture fits; recognition loses nothing by the first. */
const ENCODINGS: readonly Encoding[] = [
  { longSide: 1600, quality: 0.85 },
  { longSide: 1600, quality: 0.6 },
  { longSide: 1280, quality: 0.4 },
]

const JPEG_SIGNATURE = 0xffd8

/** A canvas draws the upper part of a broken JPEG without a word, and half a license would be sent. */
async function refuseBrokenFile(path: string): Promise<void> {
  const size = await fileSize(path)
  if (size > MAX_PICKED_BYTES) throw new RecognitionError('FILE_TOO_LARGE')
  const bytes = await readBytes(path)
  const signature = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  if (signature === JPEG_SIGNATURE && !isWholeJpeg(bytes)) throw new RecognitionError('IMAGE_UNREADABLE')
}

function loadImage(canvas: WechatMiniprogram.OffscreenCanvas, path: string): Promise<WechatMiniprogram.Image> {
  return new Promise((resolve, reject) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = (cause) => reject(new RecognitionError('IMAGE_UNREADABLE', { cause }))
    image.src = path
  })
}

async function encode(image: WechatMiniprogram.Image, { longSide, quality }: Encoding): Promise<string> {
  const scale = Math.min(1, longSide / Math.max(image.width, image.height))
  const width = Math.max(1, Math.round(image.width * scale))
  const height = Math.max(1, Math.round(image.height * scale))
  const canvas = wx.createOffscreenCanvas({ type: '2d', width, height })
  const context = canvas.getContext('2d') as WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D
  // JPEG has no transparency: what shines through is paper, not black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.drawImage(image, 0, 0, width, height)
  const { tempFilePath } = await wx.canvasToTempFilePath({
    canvas: canvas as unknown as WechatMiniprogram.Canvas,
    fileType: 'jpg',
    quality,
    destWidth: width,
    destHeight: height,
  })
  return tempFilePath
}

/**
 * Makes the picture that is sent: a JPEG of less than 2,000,000 bytes, whatever was picked. Resolves to its
 * temporary path.
 *
 * @throws RecognitionError `FILE_TOO_LARGE` over 20 MB; `IMAGE_UNREADABLE` for what is no picture, or half of one.
 */
export async function compress(path: string): Promise<string> {
  await refuseBrokenFile(path)
  const image = await loadImage(wx.createOffscreenCanvas({ type: '2d', width: 1, height: 1 }), path)
  for (const encoding of ENCODINGS) {
    const encoded = await encode(image, encoding)
    if ((await fileSize(encoded)) < MAX_SENT_BYTES) return encoded
  }
  throw new RecognitionError('IMAGE_TOO_LARGE')
}
