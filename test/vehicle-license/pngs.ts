import { crc32, deflateSync } from 'node:zlib'

/** A chunk of a PNG, with its length and its checksum. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  crc.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, crc])
}

/** Behind signature and IHDR. */
export const PNG_HEADER_END = 33

/** A PNG with chunks before its picture. */
export const withChunks = (png: Buffer, ...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, PNG_HEADER_END), ...chunks, png.subarray(PNG_HEADER_END)])

/** A few bytes that unpack to this many. */
export const packed = (bytes: number): Buffer => deflateSync(Buffer.alloc(bytes, 65), { level: 9 })
/** A name, and what a chunk of compressed text or of a color profile says before its data. */
export const named = (data: Buffer): Buffer => Buffer.concat([Buffer.from('x\0\0', 'latin1'), data])

/** 255 texts that unpack to 2 GB, in 2 MB. */
export const textBomb = (png: Buffer): Buffer => {
  const text = chunk('zTXt', named(packed(7_900_000)))
  return withChunks(png, ...Array<Buffer>(255).fill(text))
}

/** A PNG that declares RGBA of 16 bits, in any size; nothing is in it. */
export function emptyPng(width: number, height: number): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 16, 6, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(0))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...chunks])
}
