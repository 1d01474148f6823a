import { type Segment, uint16 } from './segments'

export interface JpegFrame {
  /** px as stored, before EXIF orientation */
  readonly width: number
  readonly height: number
  /** Whether all decoders read it: Huffman-coded DCT, 8 bits, gray or three colors. */
  readonly isCommon: boolean
}

/** Baseline, extended sequential, progressive; not lossless, hierarchical or arithmetic. */
const COMMON = [0xc0, 0xc1, 0xc2]
/** DHT, JPG and DAC lie in the range of the frame headers. */
const NOT_FRAMES = [0xc4, 0xc8, 0xcc]

const isFrame = ({ marker }: Segment): boolean => marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.includes(marker)

/** The frame header (ITU-T T.81, B.2.2). */
export function frameOf(bytes: Uint8Array, segments: readonly Segment[]): JpegFrame | undefined {
  const frame = segments.find(isFrame)
  if (!frame) return undefined
  const { marker, start } = frame
  const components = bytes[start + 9] ?? 0
  const [height, width] = [uint16(bytes, start + 5), uint16(bytes, start + 7)]
  const hasSize = height > 0 && width > 0
  const isCommon =
    COMMON.includes(marker) && bytes[start + 4] === 8 && (components === 1 || components === 3) && hasSize
  return { width, height, isCommon }
}
