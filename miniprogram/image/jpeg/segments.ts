/** ITU-T T.81, table B.1; in the file each follows a `0xff`. */
export const MARKER = {
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  huffmanTables: 0xc4,
  quantizationTables: 0xdb,
  numberOfLines: 0xdc,
  restartInterval: 0xdd,
  app0: 0xe0,
  app1: 0xe1,
  app14: 0xee,
} as const

/** Byte offsets in the file. */
export interface Segment {
  readonly marker: number
  /** Of its `0xff`. */
  readonly start: number
  /** Behind its parameters. */
  readonly end: number
  /** Behind the entropy-coded data of a scan; equal to `end` for other segments. */
  readonly dataEnd: number
}

/** Phones write a few hundred (depth maps, color profiles in pieces of 64 kB). */
const MAX_SEGMENTS = 2_000

/** Codes behind a `0xff` that start no segment: stuffed byte, TEM, restart, fill byte. */
const isNoSegment = (code: number): boolean =>
  code === 0 || code === 1 || (code >= 0xd0 && code <= 0xd7) || code === 0xff

/** The start of the next segment, or the file's length. Skips padding, which some cameras write, as libjpeg does. */
function nextSegment(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    // Cheaper than `indexOf` if markers are close together.
    const isNear = bytes[at] === 0xff || bytes[at + 1] === 0xff
    if (!isNear) at = bytes.indexOf(0xff, at)
    if (at < 0) break
    if (bytes[at] === 0xff && !isNoSegment(bytes[at + 1] ?? 0)) return at
  }
  return bytes.length
}

export const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === MARKER.start

/**
 * The segments up to the end-of-image marker, or to the end of the file if it is missing; undefined without a scan. Phones
 * append data behind that marker (motion photos), so the last bytes of the file tell nothing.
 */
export function segmentsOf(bytes: Uint8Array): readonly Segment[] | undefined {
  if (!isJpeg(bytes)) return undefined
  const segments: Segment[] = []
  let hasScan = false
  let start = nextSegment(bytes, 2)
  while (start < bytes.length) {
    const marker = bytes[start + 1] ?? 0
    if (marker === MARKER.end) return hasScan ? segments : undefined
    const end = start + 2 + uint16(bytes, start + 2)
    if (end < start + 4 || end > bytes.length || segments.length === MAX_SEGMENTS) return undefined
    hasScan = hasScan || marker === MARKER.scan
    const next = nextSegment(bytes, end)
    segments.push({ marker, start, end, dataEnd: hasScan ? next : end })
    start = next
  }
  return segments[segments.length - 1]?.marker === MARKER.scan ? segments : undefined
}

/** Whether the end-of-image marker follows the segments. */
export const isEnded = (bytes: Uint8Array, segments: readonly Segment[]): boolean =>
  uint16(bytes, segments[segments.length - 1]?.dataEnd ?? 0) === 0xff00 + MARKER.end
