import type { Size } from './size'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length, type and CRC of a chunk, 4 bytes each. */
const CHUNK_BYTES = 12
/** IHDR is the first chunk and starts with the size. */
const WIDTH_AT = SIGNATURE.length + 8

/**
 * Chunks that a decoder needs (W3C PNG, 11). Not `iCCP`, `zTXt` and `iTXt`: they are compressed, and a few bytes may expand
 * to gigabytes.
 */
const NEEDED_CHUNKS = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'eXIf', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'sBIT']

interface Chunk {
  readonly type: string
  /** Byte offsets: of its length, and behind its CRC. */
  readonly start: number
  readonly end: number
}

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, place) => bytes[place] === byte)

/** The chunks up to IEND. */
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

/** Truncated files have no IEND. */
export function isWholePng(bytes: Uint8Array): boolean {
  if (!isPng(bytes)) return false
  for (const { type } of chunksOf(bytes)) if (type === 'IEND') return true
  return false
}

/** Reads the header; the file must be a complete PNG. */
export function sizeOfPng(bytes: Uint8Array): Size {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { width: view.getUint32(WIDTH_AT), height: view.getUint32(WIDTH_AT + 4) }
}

/** The file without the chunks that a decoder does not need: texts, color profiles, private chunks. */
export function pictureParts(bytes: Uint8Array): readonly Uint8Array[] {
  const parts: { start: number; end: number }[] = [{ start: 0, end: SIGNATURE.length }]
  for (const { type, start, end } of chunksOf(bytes)) {
    if (!NEEDED_CHUNKS.includes(type)) continue
    const last = parts[parts.length - 1]
    if (last?.end === start) last.end = end
    else parts.push({ start, end })
  }
  return parts.map(({ start, end }) => bytes.subarray(start, end))
}
