import { isWholeJpeg } from '../miniprogram/vehicle-license/jpeg/whole'
import { isWholePng } from '../miniprogram/vehicle-license/png'
import type { LicenseImage } from './engine'

const RIFF_HEADER_BYTES = 8

/** A WebP is whole when it is as long as its RIFF header says. */
function isWholeWebp(bytes: Buffer): boolean {
  return bytes.length >= RIFF_HEADER_BYTES && bytes.length >= RIFF_HEADER_BYTES + bytes.readUInt32LE(4)
}

/** Tells a whole file from one that was cut off on its way, without decoding it. */
export const isWholeFile: Readonly<Record<LicenseImage['contentType'], (bytes: Buffer) => boolean>> = {
  'image/jpeg': isWholeJpeg,
  'image/png': isWholePng,
  'image/webp': isWholeWebp,
}
