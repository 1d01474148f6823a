const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const END = [0x49, 0x45, 0x4e, 0x44]
/** Length, type and CRC, 4 bytes each; the data lies between type and CRC. */
const CHUNK_BYTES = 12

export const isPng = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, place) => bytes[place] === byte)

/** A PNG is whole when its chunks lead to an IEND. */
export function isWholePng(bytes: Uint8Array): boolean {
  if (!isPng(bytes)) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = SIGNATURE.length
  while (at + CHUNK_BYTES <= bytes.length) {
    const type = at + 4
    if (END.every((letter, place) => bytes[type + place] === letter)) return true
    at += CHUNK_BYTES + view.getUint32(at)
  }
  return false
}
