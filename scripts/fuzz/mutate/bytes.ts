import type { Random } from '../../licenses/random'
import { randomBytes, type Mutations, randomIndex } from './mutation'

/** Half of the mutations hit the header, which matters most. */
const HEADER_BYTES = 1024
/** Lengths that overflow or become negative. */
const EXTREMES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]
const MAX_REPEATED_BYTES = 4_000_000

const placeOf = (bytes: Buffer, random: Random): number =>
  randomIndex(random.chance(0.5) ? Math.min(bytes.length, HEADER_BYTES) : bytes.length, random)

function rangeOf(bytes: Buffer, random: Random): [start: number, end: number] {
  const start = placeOf(bytes, random)
  return [start, Math.min(bytes.length, start + random.pick([1, 2, 4, 16, 256, 4096, bytes.length]))]
}

const replaced = (bytes: Buffer, [start, end]: readonly [number, number], by: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, start), by, bytes.subarray(end)])

/** Mutations of any format. */
export const BYTES: Mutations = {
  'flip bits': (bytes, random) => {
    const result = Buffer.from(bytes)
    const count = random.pick([1, 2, 8, 64, 512])
    for (let i = 0; i < count; i++) {
      const at = placeOf(bytes, random)
      if (at < result.length) result[at] = (result[at] ?? 0) ^ (1 << random.int(0, 7))
    }
    return result
  },
  'insert bytes': (bytes, random) => {
    const at = placeOf(bytes, random)
    return replaced(bytes, [at, at], randomBytes(random, random.pick([1, 2, 4, 64, 4096])))
  },
  'delete bytes': (bytes, random) => replaced(bytes, rangeOf(bytes, random), Buffer.alloc(0)),
  'zero bytes': (bytes, random) => {
    const range = rangeOf(bytes, random)
    return replaced(bytes, range, Buffer.alloc(range[1] - range[0]))
  },
  'set a number': (bytes, random) => {
    const number = Buffer.alloc(4)
    number.writeUInt32BE(random.pick(EXTREMES))
    const part = number.subarray(random.pick([0, 2, 3]))
    if (random.chance(0.5)) part.reverse()
    const at = placeOf(bytes, random)
    return replaced(bytes, [at, at + part.length], part)
  },
  truncate: (bytes, random) => bytes.subarray(0, placeOf(bytes, random)),
  'cut off the end': (bytes, random) => bytes.subarray(0, Math.max(0, bytes.length - random.int(1, 64))),
  'repeat a block': (bytes, random) => {
    const [start, end] = rangeOf(bytes, random)
    const block = bytes.subarray(start, end)
    const times = Math.min(random.pick([1, 2, 10, 1000, 100_000]), MAX_REPEATED_BYTES / Math.max(1, block.length))
    return replaced(bytes, [end, end], Buffer.alloc(block.length * Math.ceil(times), block))
  },
  'append bytes': (bytes, random) => Buffer.concat([bytes, Buffer.alloc(random.pick([1, 100, 100_000]), 0x55)]),
  splice: (bytes, random, other) =>
    Buffer.concat([bytes.subarray(0, placeOf(bytes, random)), other.subarray(placeOf(other, random))]),
}
