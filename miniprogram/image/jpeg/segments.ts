/** Markers of ITU-T T.81, table B.1, and where a marker is what it is by a `0xff` before it. */
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

/** Places in the file, bytes from its start. */
export interface Segment {
  readonly marker: number
  /** of its `0xff` */
  readonly start: number
  /** behind its parameters */
  readonly end: number
  /** behind what else stands before the next marker: the picture itself after the header of a scan, else nothing */
  readonly dataEnd: number
}

/** Phones need some hundreds, for depth maps and color profiles in pieces of 64 kB; a walk over more only costs time. */
const MAX_SEGMENTS = 2_000

/** What follows a `0xff` and begins no segment: a stuffed byte, a temporary code, a restart of the scan, another fill byte. */
const isNoSegment = (code: number): boolean =>
  code === 0 || code === 1 || (code >= 0xd0 && code <= 0xd7) || code === 0xff

/**
 * Where the next segment begins; the file's length where there is none. Whatever stands before is passed over, as
 * libjpeg does: some cameras pad their segments.
 */
function nextSegment(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    // Where they stand close together, each search would cost more than a look.
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
 * The segments of a JPEG between its start and its end-of-image marker, or the end of the file where that marker is
 * missing; nothing unless they lead to a scan. Phones append data behind that marker (motion photos), so the file's
 * last bytes tell nothing.
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

/** Whether the end-of-image marker stands behind the segments. */
export const isEnded = (bytes: Uint8Array, segments: readonly Segment[]): boolean =>
  uint16(bytes, segments[segments.length - 1]?.dataEnd ?? 0) === 0xff00 + MARKER.end
