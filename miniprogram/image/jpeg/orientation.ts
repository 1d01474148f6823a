import { MARKER, type Segment } from './segments'

/** EXIF orientation (JEITA CP-3451, tag 0x0112); 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const TAG = 0x0112
const ENTRY_BYTES = 12
const LITTLE_ENDIAN = 0x4949
/** Behind marker, length, "Exif" and two zeros. */
const TIFF_AT = 10
const isExif = (bytes: Uint8Array, { marker, start }: Segment): boolean =>
  marker === MARKER.app1 && [0x45, 0x78, 0x69, 0x66, 0, 0].every((byte, place) => bytes[start + 4 + place] === byte)

const isOrientation = (value: number): value is Orientation => value >= 1 && value <= 8

function readTag(tiff: DataView): number | undefined {
  const isLittle = tiff.getUint16(0) === LITTLE_ENDIAN
  const directory = tiff.getUint32(4, isLittle)
  const entries = tiff.getUint16(directory, isLittle)
  for (let entry = directory + 2; entry < directory + 2 + entries * ENTRY_BYTES; entry += ENTRY_BYTES) {
    if (tiff.getUint16(entry, isLittle) === TAG) return tiff.getUint16(entry + 8, isLittle)
  }
  return undefined
}

function readExif(bytes: Uint8Array, { start, end }: Segment): Orientation | undefined {
  try {
    const value = readTag(new DataView(bytes.buffer, bytes.byteOffset + start + TIFF_AT, end - start - TIFF_AT)) ?? 1
    return isOrientation(value) ? value : undefined
  } catch (error) {
    // An offset points outside the segment.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** 1 if EXIF has none or an invalid one. */
export function orientationOf(bytes: Uint8Array, segments: readonly Segment[]): Orientation {
  const exif = segments.find((segment) => isExif(bytes, segment))
  return (exif && readExif(bytes, exif)) ?? 1
}
