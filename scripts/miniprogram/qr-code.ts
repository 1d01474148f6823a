import jsQR from 'jsqr'
import sharp from 'sharp'
import { renderUnicodeCompact } from 'uqr'

interface QrCode {
  readonly png: Buffer
  /** `undefined` if unreadable */
  readonly content: string | undefined
}

/** @throws Error if the bytes are not a picture */
export async function readQrCode(picture: Buffer): Promise<QrCode> {
  const png = await sharp(picture).png().toBuffer()
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const found = jsQR(new Uint8ClampedArray(data), info.width, info.height)
  return { png, content: found?.data }
}

export const drawForTerminal = (content: string): string => renderUnicodeCompact(content, { border: 2 })
