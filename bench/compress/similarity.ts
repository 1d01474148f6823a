import sharp from 'sharp'
import { ssim } from 'ssim.js'

interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

async function pixelsOf(picture: Buffer, size?: { width: number; height: number }): Promise<Pixels> {
  const upright = sharp(picture, { limitInputPixels: false }).rotate().flatten({ background: '#fff' })
  const sized = size ? upright.resize(size.width, size.height, { fit: 'fill' }) : upright
  const { data, info } = await sized.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height }
}

/** SSIM (0..1) of a compressed picture and the original, scaled to its size. */
export async function similarity(original: Buffer, compressed: Buffer): Promise<number> {
  const after = await pixelsOf(compressed)
  const before = await pixelsOf(original, after)
  return ssim(before, after, { ssim: 'weber' }).mssim
}
