import { type HuffmanTable, readTables } from './huffman'
import { MARKER, type Segment, uint16 } from './segments'

/** One color component: its 8 × 8 blocks in a minimum coded unit (MCU), and its tables. */
interface Component {
  readonly blocks: number
  readonly dc: HuffmanTable
  readonly ac: HuffmanTable
}

interface Scan {
  readonly components: readonly Component[]
  /** MCUs in the scan. */
  readonly units: number
  /** MCUs between restart markers; 0 without them. */
  readonly restartInterval: number
}

/** Baseline and extended sequential. */
const SEQUENTIAL: readonly number[] = [0xc0, 0xc1]
const BLOCK = 8

/** The scan of a sequential picture that has only one. */
function scanOf(bytes: Uint8Array, segments: readonly Segment[]): Scan | undefined {
  const frame = segments.find(({ marker }) => SEQUENTIAL.includes(marker))
  const scan = segments[segments.length - 1]
  const isOnly = segments.findIndex(({ marker }) => marker === MARKER.scan) === segments.length - 1
  const count = bytes[(frame?.start ?? 0) + 9] ?? 0
  if (!frame || !scan || !isOnly || count === 0 || bytes[scan.start + 4] !== count) return undefined

  const tables = new Map<number, HuffmanTable>()
  let restartInterval = 0
  for (const { marker, start, end } of segments) {
    if (marker === MARKER.huffmanTables) readTables(bytes.subarray(start + 4, end), tables)
    if (marker === MARKER.restartInterval) restartInterval = uint16(bytes, start + 4)
  }
  const planes = Array.from({ length: count }, (_, i) => {
    const sampling = bytes[frame.start + 11 + 3 * i] ?? 0
    const selectors = bytes[scan.start + 6 + 2 * i] ?? 0
    return {
      across: sampling >> 4,
      down: sampling & 15,
      dc: tables.get(selectors >> 4),
      ac: tables.get(0x10 | (selectors & 15)),
    }
  })
  const isAlone = count === 1
  const across = isAlone ? 1 : Math.max(...planes.map((plane) => plane.across))
  const down = isAlone ? 1 : Math.max(...planes.map((plane) => plane.down))
  const components = planes.flatMap((plane) => {
    const { dc, ac } = plane
    return dc && ac ? [{ blocks: isAlone ? 1 : plane.across * plane.down, dc, ac }] : []
  })
  const [height, width] = [uint16(bytes, frame.start + 5), uint16(bytes, frame.start + 7)]
  const units = Math.ceil(width / (BLOCK * across)) * Math.ceil(height / (BLOCK * down))
  return components.length === count && Number.isFinite(units) && units > 0
    ? { components, units, restartInterval }
    : undefined
}

/** Reads Huffman codes. Behind the end of the data it delivers zeros; `isOver` tells that some were used. */
class BitReader {
  private window = 0
  /** Bits in the window, those behind the end included. */
  private bits = 0
  private missing = 0

  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
  ) {}

  get isOver(): boolean {
    return this.missing > this.bits
  }

  private fill(): void {
    while (this.bits <= 16) {
      const byte = this.bytes[this.at]
      const isData = byte !== undefined && (byte !== 0xff || this.bytes[this.at + 1] === 0)
      if (isData) this.at += byte === 0xff ? 2 : 1
      else this.missing += 8
      this.window = (this.window << 8) | (isData ? byte : 0)
      this.bits += 8
    }
  }

  skip(count: number): void {
    this.fill()
    this.bits -= count
  }

  /** The next symbol; -1 for an invalid code. */
  read(table: HuffmanTable): number {
    this.fill()
    const entry = table[(this.window >> (this.bits - 16)) & 0xffff] ?? 0
    this.bits -= entry >> 8
    return entry === 0 ? -1 : entry & 0xff
  }

  /** Skips the next restart marker; false if there is none. */
  restart(): boolean {
    ;[this.window, this.bits, this.missing] = [0, 0, 0]
    const code = this.bytes[this.at + 1] ?? 0
    const isThere = this.bytes[this.at] === 0xff && code >= 0xd0 && code <= 0xd7
    this.at += 2
    return isThere
  }
}

const LAST_COEFFICIENT = 63
/** ZRL: a run of 16 zeros. */
const ZEROS = 0xf0

function skipBlock(reader: BitReader, { dc, ac }: Component): boolean {
  const size = reader.read(dc)
  if (size < 0 || size > 16) return false
  reader.skip(size)
  for (let k = 1; k <= LAST_COEFFICIENT; k += 1) {
    const symbol = reader.read(ac)
    if (symbol < 0) return false
    if (symbol === 0) break
    k += symbol >> 4
    if (symbol !== ZEROS) reader.skip(symbol & 15)
  }
  return !reader.isOver
}

/**
 * Whether a JPEG without end-of-image marker is complete: decodes the Huffman codes and counts MCUs. False for pictures
 * with several scans, where it cannot tell.
 */
export function isScanComplete(bytes: Uint8Array, segments: readonly Segment[]): boolean {
  const scan = scanOf(bytes, segments)
  if (!scan) return false
  const reader = new BitReader(bytes, segments[segments.length - 1]?.end ?? 0)
  for (let unit = 0; unit < scan.units; unit += 1) {
    const isRestart = scan.restartInterval > 0 && unit > 0 && unit % scan.restartInterval === 0
    if (isRestart && !reader.restart()) return false
    for (const component of scan.components) {
      for (let block = 0; block < component.blocks; block += 1) if (!skipBlock(reader, component)) return false
    }
  }
  return true
}
