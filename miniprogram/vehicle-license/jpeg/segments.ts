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

const isInsideScan = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7)

/** Where the next marker stands: a stuffed byte is none, nor is a restart of the scan. */
function nextMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from)
  while (at >= 0 && isInsideScan(bytes[at + 1] ?? 0)) at = bytes.indexOf(0xff, at + 2)
  return at < 0 ? bytes.length : at
}

export const uint16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === MARKER.start

/**
 * The segments of a JPEG between its start and its end; nothing unless it is whole: its segments lead to a scan and
 * the scan to an end-of-image marker. Phones append data behind that marker (motion photos), so the file's last bytes
 * tell nothing.
 */
export function segmentsOf(bytes: Uint8Array): readonly Segment[] | undefined {
  if (!isJpeg(bytes)) return undefined
  const segments: Segment[] = []
  let hasScan = false
  let start = 2
  while (bytes[start] === 0xff) {
    const marker = bytes[start + 1]
    if (marker === undefined) return undefined
    if (marker === MARKER.end) return hasScan ? segments : undefined
    // Any number of them may stand before a marker, to fill.
    if (marker === 0xff) {
      start += 1
      continue
    }
    hasScan = hasScan || marker === MARKER.scan
    const end = start + 2 + uint16(bytes, start + 2)
    const dataEnd = hasScan ? nextMarker(bytes, end) : end
    segments.push({ marker, start, end, dataEnd })
    start = dataEnd
  }
  return undefined
}
