/** WeChat's names of the EXIF orientations 1 to 8. */
const ORIENTATIONS = [
  'up',
  'up-mirrored',
  'down',
  'down-mirrored',
  'left-mirrored',
  'right',
  'right-mirrored',
  'left',
] as const
export type Orientation = (typeof ORIENTATIONS)[number]
type ImageType = 'jpeg' | 'png' | 'gif' | 'tiff' | 'unknown'

const SIGNATURES: [ImageType, number[]][] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
]

/** Detects the format by its signature. */
export const imageType = (bytes: Uint8Array): ImageType =>
  SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0] ?? 'unknown'

const SOI_BYTES = 2
const APP1 = 0xffe1
const START_OF_SCAN = 0xffda
const EXIF = 0x45786966
const LITTLE_ENDIAN = 0x4949
const ORIENTATION_TAG = 0x0112
const IFD_ENTRY_BYTES = 12

function tiffOrientation(view: DataView, start: number): number {
  const little = view.getUint16(start) === LITTLE_ENDIAN
  const directory = start + view.getUint32(start + 4, little)
  const entries = view.getUint16(directory, little)
  for (let index = 0; index < entries; index++) {
    const at = directory + 2 + index * IFD_ENTRY_BYTES
    if (view.getUint16(at, little) === ORIENTATION_TAG) return view.getUint16(at + 8, little)
  }
  return 1
}

function jpegOrientation(view: DataView): number {
  for (let at = SOI_BYTES; at + 4 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    if (marker === APP1 && view.getUint32(at + 4) === EXIF) return tiffOrientation(view, at + 10)
    if (marker === START_OF_SCAN || marker < 0xff00) return 1
  }
  return 1
}

/** The EXIF orientation of a JPEG (JEITA CP-3451, tag 0x0112); `up` if there is none. */
export function imageOrientation(bytes: Uint8Array): Orientation {
  if (imageType(bytes) !== 'jpeg') return 'up'
  try {
    return ORIENTATIONS[jpegOrientation(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)) - 1] ?? 'up'
  } catch (error) {
    if (error instanceof RangeError) return 'up'
    throw error
  }
}
