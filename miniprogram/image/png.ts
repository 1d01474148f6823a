import type { Size } from './size'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and CRC, 4 bytes each; the data lies between type and CRC. */
const CHUNK_BYTES = 12
/** IHDR is the first chunk, and begins with the size. */
const WIDTH_AT = SIGNATURE.length + 8

/**
 * Chunks that make the picture (W3C PNG, 11): header, palette, transparency, pixels, orientation, and what its numbers
 * mean as colors. Not `iCCP`, `zTXt` and `iTXt`, which are compressed: a few bytes of them fill gigabytes of memory.
 */
const OF_THE_PICTURE = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'eXIf', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'sBIT']

interface Chunk {
  readonly type: string
  /** Places in the file, bytes from its start: of its length, and behind its CRC. */
  readonly start: number
  readonly end: number
}

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, place) => bytes[place] === byte)

/** The chunks up to IEND, which is the last unless the file was cut off. */
function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let start = SIGNATURE.length
  while (start + CHUNK_BYTES <= bytes.length) {
    const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8))
    const end = start + CHUNK_BYTES + view.getUint32(start)
    yield { type, start, end }
    if (type === 'IEND') return
    start = end
  }
}

/** A PNG is whole when its chunks lead to an IEND. */
export function isWholePng(bytes: Uint8Array): boolean {
  if (!isPng(bytes)) return false
  for (const { type } of chunksOf(bytes)) if (type === 'IEND') return true
  return false
}

/** px, by the header of a whole PNG */
export function sizeOfPng(bytes: Uint8Array): Size {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(WIDTH_AT), height: view.getUint32(WIDTH_AT + 4) }
}

/** The parts of a PNG that a decoder needs, in their order: neither texts nor color profiles nor what other programs add. */
export function pictureParts(bytes: Uint8Array): readonly Uint8Array[] {
  const parts: { start: number; end: number }[] = [{ start: 0, end: SIGNATURE.length }]
  for (const { type, start, end } of chunksOf(bytes)) {
    if (!OF_THE_PICTURE.includes(type)) continue
    const last = parts[parts.length - 1]
    if (last?.end === start) last.end = end
    else parts.push({ start, end })
  }
  return parts.map(({ start, end }) => bytes.subarray(start, end))
}
