import type { Random } from '../../licenses/random'
import { memo } from './memo'
import { randomBytes } from './mutation'
import { inflatingTo, plainPng, PNG_SIGNATURE, chunk } from './png'
import { grayProgressive } from './progressive'

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1')
const SIGNATURES = [
  Buffer.from([0xff, 0xd8]),
  Buffer.from([0xff, 0xd8, 0xff, 0xda, 0, 2]),
  PNG_SIGNATURE,
  ascii('RIFF\xff\xff\xff\x7fWEBPVP8 '),
  ascii('RIFF\x10\0\0\0WEBPVP8X'),
  ascii('GIF89a'),
  ascii('BM'),
  ascii('II*\0'),
  ascii('MM\0+'),
  ascii('\0\0\0\x18ftypheic'),
  ascii('\0\0\0\x18ftypavif'),
  ascii('%PDF-1.4\n'),
  ascii('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900">'),
  ascii('PK\x03\x04'),
  ascii('\0\0\x01\0'),
  ascii('8BPS'),
  ascii('\xff\x0a'),
  ascii('\0\0\0\x0cjP  '),
]

/** One-color pictures from small to the limits: `[width, height, depth, color, interlaced]`. */
const PLAIN = [
  [300, 200, 1, 0, 0],
  [300, 200, 1, 3, 0],
  [300, 200, 2, 3, 1],
  [300, 200, 16, 0, 1],
  [300, 200, 16, 4, 0],
  [300, 200, 16, 6, 0],
  [100, 20_000, 8, 2, 0],
  [20_000, 100, 16, 6, 0],
  [20_000, 100, 8, 2, 1],
  [20_001, 100, 8, 0, 0],
  [20_000, 5_400, 1, 0, 0],
  [20_000, 5_400, 1, 3, 1],
  [12_000, 9_000, 1, 0, 0],
  [12_000, 9_000, 8, 0, 1],
  [6_000, 4_000, 16, 2, 0],
  [5_000, 4_000, 16, 2, 1],
  [1_080_000, 100, 1, 0, 0],
  [1_080_000, 1, 16, 6, 0],
  [100_000_000, 1, 1, 0, 0],
] as const

const plain = memo((width = 1, height = 1, depth = 8, color = 0, interlaced = 0) =>
  plainPng({ width, height, depth, color, isInterlaced: interlaced === 1 }),
)
const progressive = memo((width = 1, height = 1, scans = 1) => grayProgressive(width, height, scans))

/** A tiny file whose header claims any size. */
function headerOnly(random: Random): Buffer {
  const header = randomBytes(random, 13)
  if (random.chance(0.7)) header.set([random.pick([1, 8, 16]), random.pick([0, 2, 3, 6]), 0, 0, random.int(0, 1)], 8)
  if (random.chance(0.7)) header.set([0, 0, random.int(0, 40), 200, 0, 0, random.int(0, 40), 200])
  const data = random.pick([Buffer.alloc(0), randomBytes(random, 100), inflatingTo(random.pick([1, 200]))])
  const end = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([PNG_SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), end])
}

/** Handmade files by name. */
export const CONTAINERS: Readonly<Record<string, (random: Random) => Buffer>> = {
  'a signature and random bytes': (random) =>
    Buffer.concat([random.pick(SIGNATURES), randomBytes(random, random.pick([0, 1, 20, 4096]))]),
  'a signature and constant bytes': (random) =>
    Buffer.concat([
      random.pick(SIGNATURES),
      Buffer.alloc(random.pick([100, 1_000_000, 20_000_000]), random.pick([0, 0xff, 0x41])),
    ]),
  'random bytes': (random) => randomBytes(random, random.int(0, 4096)),
  'a PNG of one color': (random) => plain(...random.pick(PLAIN)),
  'a PNG header only': headerOnly,
  'a JPEG of many scans': (random) => {
    const [width, height] = random.pick([
      [1_024, 1_024],
      [3_000, 2_000],
      [8_000, 6_400],
      [19_999, 5_400],
    ] as const)
    return progressive(width, height, random.pick([2, 29, 100, 442, 3_000]))
  },
}
