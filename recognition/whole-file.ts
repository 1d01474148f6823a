import { isWholeJpeg } from '../miniprogram/vehicle-license/jpeg/whole'
import type { LicenseImage } from './engine'

const PNG_SIGNATURE_BYTES = 8
/** Length, type and CRC, 4 bytes each; the data lies between type and CRC. */
const PNG_CHUNK_BYTES = 12

/** A PNG is whole when its chunks lead to an IEND. */
function isWholePng(bytes: Buffer): boolean {
  let at = PNG_SIGNATURE_BYTES
  while (at + PNG_CHUNK_BYTES <= bytes.length) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true
    at += PNG_CHUNK_BYTES + bytes.readUInt32BE(at)
  }
  return false
}

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
