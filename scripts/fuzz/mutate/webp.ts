import type { Random } from '../../licenses/random'
import {
  type Chunk,
  chunkMutations,
  type EditParts,
  inserted,
  type Mutate,
  type Mutations,
  randomBytes,
  randomIndex,
} from './mutation'

const HEADER_BYTES = 12
const TYPES = ['VP8 ', 'VP8L', 'VP8X', 'ANIM', 'ANMF', 'ALPH', 'ICCP', 'EXIF', 'XMP ']
const SIDES = [1, 99, 100, 16_383, 16_384, 20_001, 2 ** 24]
const EXTREMES = [0, 1, 0xff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff]

function encode({ type, data }: Chunk): Buffer {
  const head = Buffer.from(`${type}\0\0\0\0`, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

/** Splits a file into chunks until a length is invalid. */
function split(webp: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = HEADER_BYTES; at + 8 <= webp.length;) {
    const end = at + 8 + webp.readUInt32LE(at + 4)
    if (end > webp.length) break
    chunks.push({ type: webp.toString('latin1', at, at + 4), data: webp.subarray(at + 8, end) })
    at = end + (end % 2)
  }
  return chunks
}

function join(chunks: readonly Chunk[]): Buffer {
  const body = Buffer.concat(chunks.map(encode))
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([head, body])
}

const ofChunks: EditParts<Chunk> = (change) => (bytes, random) => join(change(split(bytes), random))

function extended(random: Random): Chunk {
  const data = Buffer.alloc(10)
  data[0] = random.pick([0x02, 0x10, 0x12, 0x3e, 0xff, 0])
  data.writeUIntLE(random.pick(SIDES) - 1, 4, 3)
  data.writeUIntLE(random.pick(SIDES) - 1, 7, 3)
  return { type: 'VP8X', data }
}

/** An animation frame with a random position and size. */
function frame(image: readonly Chunk[], random: Random): Chunk {
  const head = Buffer.alloc(16)
  if (random.chance(0.3)) randomBytes(random, 16).copy(head)
  else {
    head.writeUIntLE(random.pick([100, 336, 360, ...SIDES]) - 1, 6, 3)
    head.writeUIntLE(random.pick([100, 240, 257, ...SIDES]) - 1, 9, 3)
  }
  return { type: 'ANMF', data: Buffer.concat([head, ...image.map(encode)]) }
}

const setNumber = (places: (bytes: Buffer) => readonly number[]): Mutate => {
  return (bytes, random) => {
    const result = Buffer.from(bytes)
    const at = random.pick(places(bytes))
    if (at + 4 <= result.length) result.writeUInt32LE(random.pick(EXTREMES), at)
    return result
  }
}

/** Offsets of the chunk lengths. */
function lengthsAt(webp: Buffer): readonly number[] {
  let at = HEADER_BYTES
  return split(webp).map(({ data }) => {
    const length = at + 4
    at += 8 + data.length + (data.length % 2)
    return length
  })
}

export const WEBP: Mutations = {
  ...chunkMutations(ofChunks, TYPES, [0, 1, 10, 4096]),
  'many empty chunks': ofChunks((chunks, random) => {
    const empty = { type: random.pick(['EXIF', 'ANMF', 'zzzz']), data: Buffer.alloc(0) }
    return inserted(chunks, randomIndex(chunks.length, random), Array<Chunk>(random.pick([100, 100_000])).fill(empty))
  }),
  'extended header': ofChunks((chunks, random) => [
    extended(random),
    ...chunks.filter(({ type }) => type !== 'VP8X' || random.chance(0.2)),
  ]),
  animation: ofChunks((chunks, random) => {
    const image = chunks.filter(({ type }) => ['VP8 ', 'VP8L', 'ALPH'].includes(type))
    const frames = Array.from({ length: random.pick([1, 2, 30, 300]) }, () => frame(image, random))
    return [extended(random), { type: 'ANIM', data: Buffer.alloc(6) }, ...frames]
  }),
  'change the picture’s header': ofChunks((chunks, random) =>
    chunks.map(({ type, data }) => {
      if (type !== 'VP8 ' && type !== 'VP8L') return { type, data }
      const result = Buffer.from(data)
      for (let i = random.int(1, 3); i > 0; i--) result[random.int(0, 10)] = random.int(0, 255)
      return { type, data: result }
    }),
  ),
  'a wrong length': setNumber((webp) => [4, ...lengthsAt(webp)]),
}
