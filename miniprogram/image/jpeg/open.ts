import { isScanComplete } from './scan'
import { frameOf, type JpegFrame } from './frame'
import { isEnded, MARKER, type Segment, segmentsOf } from './segments'

export interface OpenJpeg extends JpegFrame {
  readonly segments: readonly Segment[]
  /** Whether the end-of-image marker is there. The picture is complete either way. */
  readonly isEnded: boolean
}

/** Parses a JPEG without decoding it; undefined for other or truncated files. */
export function openJpeg(bytes: Uint8Array): OpenJpeg | undefined {
  const segments = segmentsOf(bytes)
  const frame = segments && frameOf(bytes, segments)
  if (!frame) return undefined
  const ended = isEnded(bytes, segments)
  return ended || isScanComplete(bytes, segments) ? { ...frame, segments, isEnded: ended } : undefined
}

/** Joins segments into a JPEG, adding start and end markers. */
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
 * Repairs what some decoders reject: padding between segments, a missing end-of-image marker. Returns the same array if
 * there is nothing to repair.
 */
export function repaired(bytes: Uint8Array, { segments, isEnded }: OpenJpeg): Uint8Array {
  const hasGap = segments.some(({ start }, i) => start !== (segments[i - 1]?.dataEnd ?? 2))
  return isEnded && !hasGap ? bytes : jpegOf(segments.map(({ start, dataEnd }) => bytes.subarray(start, dataEnd)))
}
