import { frameOf, type JpegFrame } from './frame'
import { isScanWhole } from './scan'
import { isEnded, MARKER, type Segment, segmentsOf } from './segments'

export interface OpenJpeg extends JpegFrame {
  readonly segments: readonly Segment[]
  /** Whether it has its end-of-image marker. Without it the picture is whole all the same, or would not be open. */
  readonly isEnded: boolean
}

/** What the bytes of a JPEG tell without being decoded; nothing for another file, or one of which a part is missing. */
export function openJpeg(bytes: Uint8Array): OpenJpeg | undefined {
  const segments = segmentsOf(bytes)
  const frame = segments && frameOf(bytes, segments)
  if (!frame) return undefined
  const ended = isEnded(bytes, segments)
  return ended || isScanWhole(bytes, segments) ? { ...frame, segments, isEnded: ended } : undefined
}

/** A JPEG of these parts, between its start and its end. */
export function jpegOf(parts: readonly Uint8Array[]): Uint8Array {
  const all = [new Uint8Array([0xff, MARKER.start]), ...parts, new Uint8Array([0xff, MARKER.end])]
  const jpeg = new Uint8Array(all.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of all) {
    jpeg.set(part, at)
    at += part.length
  }
  return jpeg
}

/**
 * The same JPEG as every decoder takes it: nothing stands between its segments, and it ends with its end-of-image
 * marker. The same bytes where it is so already.
 */
export function tidied(bytes: Uint8Array, { segments, isEnded }: OpenJpeg): Uint8Array {
  const hasGap = segments.some(({ start }, i) => start !== (segments[i - 1]?.dataEnd ?? 2))
  return isEnded && !hasGap ? bytes : jpegOf(segments.map(({ start, dataEnd }) => bytes.subarray(start, dataEnd)))
}
