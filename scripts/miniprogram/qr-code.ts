import jsQR from 'jsqr'
import sharp from 'sharp'
import { renderUnicodeCompact } from 'uqr'

export interface QrCode {
  readonly png: Buffer
  /** What it says; `undefined` where it cannot be read. */
  readonly content: string | undefined
}

/** @throws Error where the bytes are no picture */
export async function readQrCode(picture: Buffer): Promise<QrCode> {
  const png = await sharp(picture).png().toBuffer()
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const found = jsQR(new Uint8ClampedArray(data), info.width, info.height)
  return { png, content: found?.data }
}

/** A QR code in characters, light on dark as terminals are. */
export const drawForTerminal = (content: string): string => renderUnicodeCompact(content, { border: 2 })
