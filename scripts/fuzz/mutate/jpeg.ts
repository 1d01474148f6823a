import type { Random } from '../../licenses/random'
import {
  type EditParts,
  inserted,
  type Mutate,
  type Mutations,
  partMutations,
  randomBytes,
  randomIndex,
  resized,
} from './mutation'

/** A segment; `data` is the entropy-coded data after a scan header. */
interface Segment {
  readonly marker: number
  readonly parameters: Buffer
  readonly data: Buffer
}

interface Jpeg {
  readonly segments: readonly Segment[]
  /** Everything from the end-of-image marker on. */
  readonly tail: Buffer
}

const SOI = Buffer.from([0xff, 0xd8])
const EOI = Buffer.from([0xff, 0xd9])
const NOTHING = Buffer.alloc(0)
const SCAN = 0xda
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb]
const SIDES = [0, 1, 99, 100, 8_000, 20_000, 20_001, 65_500, 65_535]
const MAX_REPEATED_BYTES = 8_000_000

/** Offset of the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1] ?? 0
    if (code !== 0 && (code < 0xd0 || code > 0xd7)) return at
  }
  return bytes.length
}

/** Splits a file into segments until a length is invalid. */
function split(bytes: Buffer): Jpeg {
  const segments: Segment[] = []
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xd9) {
    const marker = bytes[at + 1] ?? 0
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const next = marker === SCAN ? endOfScan(bytes, end) : end
    segments.push({ marker, parameters: bytes.subarray(at + 4, end), data: bytes.subarray(end, next) })
    at = next
  }
  return { segments, tail: bytes.subarray(at) }
}

export function segmentBytes(marker: number, parameters: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(Math.min(0xffff, parameters.length + 2), 2)
  return Buffer.concat([head, parameters])
}

const encode = ({ marker, parameters, data }: Segment): Buffer =>
  Buffer.concat([segmentBytes(marker, parameters), data])
const join = ({ segments, tail }: Jpeg): Buffer => Buffer.concat([SOI, ...segments.map(encode), tail])

const ofSegments: EditParts<Segment> = (change) => (bytes, random) => {
  const { segments, tail } = split(bytes)
  return join({ segments: change(segments, random), tail })
}

const ofMarker =
  (isMeant: (marker: number) => boolean, change: (parameters: Buffer, random: Random) => void): Mutate =>
  (bytes, random) =>
    ofSegments((segments) =>
      segments.map((segment) => {
        if (!isMeant(segment.marker)) return segment
        const parameters = Buffer.from(segment.parameters)
        change(parameters, random)
        return { ...segment, parameters }
      }),
    )(bytes, random, NOTHING)

const segment = (marker: number, parameters: Buffer): Segment => ({ marker, parameters, data: NOTHING })
const setAny = (parameters: Buffer, random: Random): void => {
  if (parameters.length > 0) parameters[random.int(0, parameters.length - 1)] = random.int(0, 255)
}

/** Inserts bytes between two segments. */
const between =
  (make: (random: Random) => Buffer): Mutate =>
  (bytes, random) => {
    const { segments, tail } = split(bytes)
    const parts = inserted(segments.map(encode), randomIndex(segments.length, random), make(random))
    return Buffer.concat([SOI, ...parts, tail])
  }

/** An orientation, sometimes with invalid offsets. */
function exif(random: Random): Segment {
  const text = 'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0'
  const parameters = Buffer.from(text, 'latin1')
  parameters[25] = random.int(0, 9)
  if (random.chance(0.4)) parameters.writeUInt32BE(random.pick([0, 8, 0xffff, 0xfffffff0]), random.pick([10, 20, 28]))
  return segment(0xe1, parameters)
}

export const JPEG: Mutations = {
  ...partMutations('segment', ofSegments, {
    resize: (some, random) => ({ ...some, parameters: resized(some.parameters, random) }),
    rename: (some, random) => ({ ...some, marker: random.int(0xc0, 0xfe) }),
    create: (random) => segment(random.int(0x01, 0xfe), randomBytes(random, random.pick([0, 1, 14, 200]))),
  }),
  'many segments': ofSegments((segments, random) => {
    const empty = segment(random.pick([0xfe, 0xe0, 0xed, 0xdb, 0xdd]), Buffer.alloc(random.pick([0, 0, 2])))
    const count = random.pick([1_000, 1_999, 2_001, 100_000, 300_000])
    return inserted(segments, randomIndex(segments.length, random), Array<Segment>(count).fill(empty))
  }),
  'large segments': ofSegments((segments, random) => {
    const large = segment(random.pick([0xe1, 0xe2, 0xed, 0xfe]), Buffer.alloc(0xfffd, 7))
    return inserted(segments, 0, Array<Segment>(random.pick([1, 30, 250])).fill(large))
  }),
  'fill bytes': between((random) => Buffer.alloc(random.pick([1, 2, 1_000, 1_000_000]), 0xff)),
  'stray bytes': between(
    (random) => randomBytes(random, random.pick([1, 2, 3, 4_000])).map((byte) => byte & 0x7f) as Buffer,
  ),
  'many stray bytes': between((random) => {
    const block = Buffer.from(random.pick([[0], [0xff, 0], [0xff, 0xd0], [0x12, 0xff, 0x01]]))
    return Buffer.alloc(random.pick([100_000, 3_000_000]), block)
  }),
  'a second start': between(() => SOI),
  'many scans': ofSegments((segments, random) => {
    const at = segments.map(({ marker }) => marker).lastIndexOf(SCAN)
    const scan = segments[at]
    if (!scan) return segments
    const max = Math.floor(MAX_REPEATED_BYTES / encode(scan).length)
    const count = Math.min(max, random.pick([1, 10, 100, 1_000, 5_000]))
    return inserted(segments, at, Array<Segment>(count).fill(scan))
  }),
  'another size': ofMarker(
    (marker) => FRAMES.includes(marker),
    (frame, random) => {
      if (frame.length >= 5) frame.writeUInt16BE(random.pick(SIDES), random.pick([1, 3]))
    },
  ),
  'another frame': ofSegments((segments, random) =>
    segments.map((some) => (FRAMES.includes(some.marker) ? { ...some, marker: random.pick(FRAMES) } : some)),
  ),
  'change the frame': ofMarker((marker) => FRAMES.includes(marker), setAny),
  'change a scan': ofMarker((marker) => marker === SCAN, setAny),
  'change Huffman tables': ofMarker((marker) => marker === 0xc4, setAny),
  'change quantization': ofMarker(
    (marker) => marker === 0xdb,
    (table, random) => (random.chance(0.3) ? void table.fill(random.pick([0, 255]), 1) : setAny(table, random)),
  ),
  'restart interval': ofSegments((segments, random) => {
    const interval = Buffer.alloc(2)
    interval.writeUInt16BE(random.pick([0, 1, 7, 0x7fff, 0xffff]))
    return inserted(segments, randomIndex(segments.length, random), segment(0xdd, interval))
  }),
  'number of lines': ofSegments((segments, random) => [...segments, segment(0xdc, randomBytes(random, 2))]),
  orientation: ofSegments((segments, random) => inserted(segments, 0, exif(random))),
  'no end': (bytes) => join({ segments: split(bytes).segments, tail: NOTHING }),
  'no end, cut': (bytes, random) => {
    const { segments } = split(bytes)
    const whole = join({ segments, tail: NOTHING })
    return whole.subarray(0, Math.max(0, whole.length - random.int(1, 200)))
  },
  'cut and closed': (bytes, random) =>
    Buffer.concat([bytes.subarray(0, Math.floor(bytes.length * random.between(0.3, 1))), EOI]),
  'two in one': (bytes, _, other) => Buffer.concat([bytes, other]),
}
