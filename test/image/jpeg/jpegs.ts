const END = [0xff, 0xd9]

const uint16 = (value: number): number[] => [value >> 8, value & 0xff]

export const segment = (marker: number, payload: readonly number[] | Buffer): Buffer =>
  Buffer.from([0xff, marker, ...uint16(payload.length + 2), ...payload])

export const COMMENT = segment(0xfe, Buffer.from('shot by 王小样'))

/** EXIF with an orientation, and the first letters of a place. */
export function exif(orientation: number, isLittle = false): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write(isLittle ? 'II' : 'MM', 'latin1')
  const write16 = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const write32 = (value: number, at: number) =>
    isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  write16(42, 2)
  write32(8, 4)
  write16(1, 8)
  write16(0x0112, 10)
  write16(3, 12)
  write32(1, 14)
  write16(orientation, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS 31.2304 N')]))
}

interface Drawing {
  readonly width: number
  readonly height: number
  /** of the whole file; what is missing is filled into its scan */
  readonly bytes?: number
  /** before the frame */
  readonly segments?: readonly Buffer[]
  /** behind the end */
  readonly trailer?: Buffer
  readonly frameMarker?: number
  readonly components?: number
}

/** A JPEG as far as its segments go; nobody could decode its scan. */
export function jpegOf(drawing: Drawing): Buffer {
  const { width, height, bytes = 0, segments = [], trailer, frameMarker = 0xc0, components = 3 } = drawing
  const planes = Array.from({ length: components }, (_, place) => [place + 1, 0x11, 0]).flat()
  const frame = segment(frameMarker, [8, ...uint16(height), ...uint16(width), components, ...planes])
  const head = Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, frame, segment(0xda, [1, 1, 0, 0, 63, 0])])
  const scan = Buffer.alloc(Math.max(4, bytes - head.length - END.length), 0x55)
  return Buffer.concat([head, scan, Buffer.from(END), ...(trailer ? [trailer] : [])])
}
