import { crc32, deflateSync } from 'node:zlib'
import type { Random } from '../../licenses/random'
import { memo } from './memo'
import { type Chunk, chunkMutations, type EditParts, inserted, type Mutations, randomBytes } from './mutation'

export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const TYPES = ['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'eXIf', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'sBIT', 'iCCP', 'acTL']
const SIDES = [0, 1, 99, 100, 101, 20_000, 20_001, 65_535, 1_080_000, 0x7fffffff, 0x80000000, 0xffffffff]

/** A chunk with a valid checksum. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  crc.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, crc])
}

/** Splits a file into chunks until a length is invalid. */
function split(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = PNG_SIGNATURE.length; at + 12 <= png.length;) {
    const end = at + 8 + png.readUInt32BE(at)
    if (end + 4 > png.length) break
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) })
    at = end + 4
  }
  return chunks
}

const join = (chunks: readonly Chunk[]): Buffer =>
  Buffer.concat([PNG_SIGNATURE, ...chunks.map(({ type, data }) => chunk(type, data))])

const ofChunks: EditParts<Chunk> = (change) => (bytes, random) => join(change(split(bytes), random))

/** A few bytes that inflate to `mb` MB. */
export const inflatingTo = memo((mb) => deflateSync(Buffer.alloc(mb * 1_000_000, 65), { level: 9 }))
const BOMB_MB = [1, 8, 50, 200]

/** Chunks with compressed data, and what precedes it. */
const BOMBS = [
  ['zTXt', 'x\0\0'],
  ['iTXt', 'x\0\x01\0\0\0'],
  ['iCCP', 'x\0\0'],
] as const

function bomb(random: Random): Chunk {
  const [type, before] = random.pick(BOMBS)
  return { type, data: Buffer.concat([Buffer.from(before, 'latin1'), inflatingTo(random.pick(BOMB_MB))]) }
}

function changeHeader(data: Buffer, random: Random): Buffer {
  const header = Buffer.concat([data, Buffer.alloc(13)], 13)
  const kind = random.int(0, 3)
  if (kind === 0) header.writeUInt32BE(random.pick(SIDES), random.pick([0, 4]))
  else if (kind === 1) header[8] = random.pick([0, 1, 2, 3, 4, 8, 16, 32, 255])
  else if (kind === 2) header[9] = random.pick([0, 1, 2, 3, 4, 6, 7, 255])
  else header[random.pick([10, 11, 12])] = random.pick([0, 1, 2, 255])
  return header
}

/** An orientation, sometimes with invalid offsets. */
function exif(random: Random): Chunk {
  const data = Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0', 'latin1')
  data[19] = random.int(0, 9)
  if (random.chance(0.4)) data.writeUInt32BE(random.pick([0, 4, 8, 0xffff, 0xfffffff0]), random.pick([4, 14, 22]))
  return { type: 'eXIf', data }
}

const afterHeader = (chunks: readonly Chunk[], more: Chunk | readonly Chunk[]): Chunk[] => inserted(chunks, 1, more)

export const PNG: Mutations = {
  ...chunkMutations(ofChunks, TYPES, [0, 1, 4, 768, 4096], (random) => random.pick([1, 10])),
  'change the header': ofChunks(([header, ...rest], random) =>
    header ? [{ type: header.type, data: changeHeader(header.data, random) }, ...rest] : [],
  ),
  'compressed texts': ofChunks((chunks, random) =>
    afterHeader(chunks, Array<Chunk>(random.pick([1, 4, 20])).fill(bomb(random))),
  ),
  'pixels that inflate to too much': ofChunks((chunks, random) =>
    chunks.map(({ type, data }) => ({ type, data: type === 'IDAT' ? inflatingTo(random.pick(BOMB_MB)) : data })),
  ),
  'many empty chunks': ofChunks((chunks, random) => {
    const empty = { type: random.pick(['IDAT', 'tEXt', 'zzZz']), data: Buffer.alloc(0) }
    return afterHeader(chunks, Array<Chunk>(random.pick([100, 10_000, 100_000])).fill(empty))
  }),
  animation: ofChunks((chunks, random) =>
    afterHeader(chunks, [
      { type: 'acTL', data: randomBytes(random, 8) },
      { type: 'fcTL', data: randomBytes(random, 26) },
    ]),
  ),
  orientation: ofChunks((chunks, random) => afterHeader(chunks, exif(random))),
  'a wrong checksum': (bytes, random) => {
    const chunks = split(bytes)
    const at = random.int(0, chunks.length - 1)
    const parts = chunks.map(({ type, data }, i) => {
      const part = chunk(type, data)
      if (i === at) part.writeUInt32BE(random.int(0, 0xffff), part.length - 4)
      return part
    })
    return Buffer.concat([PNG_SIGNATURE, ...parts])
  },
  'a wrong length': (bytes, random) => {
    const result = Buffer.from(bytes)
    const places = split(bytes).reduce<number[]>((all, { data }) => [...all, (all.at(-1) ?? 8) + 12 + data.length], [8])
    const at = random.pick(places)
    if (at + 4 <= result.length) result.writeUInt32BE(random.pick([0, 1, 0xffff, 0x7fffffff, 0xffffffff]), at)
    return result
  },
}

interface Plain {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly color: number
  readonly isInterlaced?: boolean
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** A picture of one color, valid except perhaps for its interlacing. */
export function plainPng({ width, height, depth, color, isInterlaced = false }: Plain): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, depth, color, 0, 0, isInterlaced ? 1 : 0])
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  const rowBytes = 1 + Math.ceil((width * depth * (SAMPLES[color] ?? 1)) / 8)
  return join([
    { type: 'IHDR', data: header },
    ...(color === 3 ? [{ type: 'PLTE', data: Buffer.from([200, 220, 200]) }] : []),
    { type: 'IDAT', data: deflateSync(Buffer.alloc(rowBytes * height), { level: 1 }) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ])
}
