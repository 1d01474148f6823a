import { type Segment, uint16 } from './segments'

export interface JpegFrame {
  /** px as stored: the rotation that EXIF asks for is not applied */
  readonly width: number
  readonly height: number
  /** Whether every decoder reads it: Huffman-coded DCT, 8 bits, gray or three colors. */
  readonly isUsual: boolean
}

/** Baseline, extended sequential, progressive. Above come lossless, hierarchical and arithmetic ones. */
const USUAL = [0xc0, 0xc1, 0xc2]
/** DHT, JPG and DAC stand among the frame headers and are none. */
const NO_FRAMES = [0xc4, 0xc8, 0xcc]

const isFrame = ({ marker }: Segment): boolean => marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.includes(marker)

/** The header of the frame (ITU-T T.81, B.2.2); nothing where there is none. */
export function frameOf(bytes: Uint8Array, segments: readonly Segment[]): JpegFrame | undefined {
  const frame = segments.find(isFrame)
  if (!frame) return undefined
  const { marker, start } = frame
  const components = bytes[start + 9] ?? 0
  const [height, width] = [uint16(bytes, start + 5), uint16(bytes, start + 7)]
  const hasSize = height > 0 && width > 0
  const isUsual = USUAL.includes(marker) && bytes[start + 4] === 8 && (components === 1 || components === 3) && hasSize
  return { width, height, isUsual }
}
