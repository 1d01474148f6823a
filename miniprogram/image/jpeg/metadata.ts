import { jpegOf } from './open'
import { MARKER, type Segment } from './segments'

/** What a decoder needs: frame headers, tables, scans. */
const PICTURE: readonly number[] = [
  0xc0,
  0xc1,
  0xc2,
  MARKER.huffmanTables,
  MARKER.quantizationTables,
  MARKER.numberOfLines,
  MARKER.restartInterval,
  MARKER.scan,
]

/** Application data that tells how colors are stored, cut to its standard length: a thumbnail may follow. */
const COLORS = [
  { marker: MARKER.app0, name: 'JFIF\0', bytes: 18, thumbnailAt: 16 },
  { marker: MARKER.app14, name: 'Adobe', bytes: 16, thumbnailAt: undefined },
] as const

function colorsOf(bytes: Uint8Array, { marker, start, end }: Segment): Uint8Array | undefined {
  const found = COLORS.find((row) => {
    const letters = String.fromCharCode(...bytes.subarray(start + 4, start + 4 + row.name.length))
    return row.marker === marker && row.name === letters && end - start >= row.bytes
  })
  if (!found) return undefined
  const kept = bytes.slice(start, start + found.bytes)
  kept.set([0, found.bytes - 2], 2)
  if (found.thumbnailAt !== undefined) kept.set([0, 0], found.thumbnailAt)
  return kept
}

function keptOf(bytes: Uint8Array, segments: readonly Segment[]): readonly Uint8Array[] {
  return segments.flatMap((segment) => {
    const { marker, start, end, dataEnd } = segment
    if (PICTURE.includes(marker)) return [bytes.subarray(start, marker === MARKER.scan ? dataEnd : end)]
    return colorsOf(bytes, segment) ?? []
  })
}

/**
 * Removes EXIF (place and time), XMP, IPTC, color profiles, thumbnails, comments and data behind the end. Lossless;
 * returns the same array if there is nothing to remove.
 */
export function withoutMetadata(bytes: Uint8Array, segments: readonly Segment[]): Uint8Array {
  const clean = jpegOf(keptOf(bytes, segments))
  return clean.length === bytes.length ? bytes : clean
}
