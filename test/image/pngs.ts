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

/** A PNG of RGBA with 16 bits; pixels that are not given are not there. */
function rgba16(width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 16, 6, 0, 0, 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

/** A PNG that declares any size, and has nothing in it. */
export const emptyPng = (width: number, height: number): Buffer => rgba16(width, height, deflateSync(Buffer.alloc(0)))

/** 1,080,000 by 100 px, transparent: 864 MB of pixels in 840 kB. */
export function wideBomb(): Buffer {
  const [width, height] = [1_080_000, 100]
  return rgba16(width, height, deflateSync(Buffer.alloc((width * 8 + 1) * height), { level: 9 }))
}
