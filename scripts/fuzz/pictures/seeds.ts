import { readFileSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import type { Random } from '../../licenses/random'
import { ROOT } from '../../paths'

export type Format = 'jpeg' | 'png' | 'webp'

/** A valid picture to mutate. */
export interface Seed {
  readonly name: string
  readonly format: Format
  readonly bytes: Buffer
}

const SAMPLES = ['car', 'electric', 'truck', 'van'] as const

/** Views of a sample. A whole license takes thirty times as long to read as a part with one line. */
const VIEWS = [
  { name: 'part', share: 0.9, of: (picture: Sharp) => picture.extract({ left: 80, top: 80, width: 240, height: 132 }) },
  { name: '400 px', share: 0.06, of: (picture: Sharp) => picture.resize(400) },
  { name: 'full', share: 0.04, of: (picture: Sharp) => picture },
] as const

function pickView(random: Random): (typeof VIEWS)[number] {
  let left = random.next()
  return VIEWS.find(({ share }) => (left -= share) < 0) ?? VIEWS[0]
}

const animated = async (picture: Sharp): Promise<Buffer> => {
  const frames = [await picture.clone().png().toBuffer(), await picture.clone().negate().png().toBuffer()]
  return sharp(frames, { join: { animated: true } })
    .webp({ delay: [100, 100] })
    .toBuffer()
}

const ENCODINGS: Readonly<Record<Format, Readonly<Record<string, (picture: Sharp) => Promise<Buffer>>>>> = {
  jpeg: {
    baseline: (picture) => picture.jpeg({ quality: 85 }).toBuffer(),
    '4:4:4': (picture) => picture.jpeg({ chromaSubsampling: '4:4:4' }).toBuffer(),
    progressive: (picture) => picture.jpeg({ progressive: true }).toBuffer(),
    gray: (picture) => picture.toColourspace('b-w').jpeg().toBuffer(),
    CMYK: (picture) => picture.toColourspace('cmyk').jpeg().toBuffer(),
    turned: (picture) => picture.withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  },
  png: {
    plain: (picture) => picture.png().toBuffer(),
    '16 bits': (picture) => picture.toColourspace('rgb16').png().toBuffer(),
    palette: (picture) => picture.png({ palette: true, colors: 16 }).toBuffer(),
    interlaced: (picture) => picture.png({ progressive: true }).toBuffer(),
    alpha: (picture) => picture.ensureAlpha(0.7).png().toBuffer(),
  },
  webp: {
    lossy: (picture) => picture.webp().toBuffer(),
    lossless: (picture) => picture.webp({ lossless: true, effort: 0 }).toBuffer(),
    alpha: (picture) => picture.ensureAlpha(0.7).webp().toBuffer(),
    animated,
  },
}

/** Picks valid pictures and caches them. */
export function createSeeds(): (random: Random) => Promise<Seed> {
  const made = new Map<string, Promise<Buffer>>()
  return async (random) => {
    const sample = random.pick(SAMPLES)
    const view = pickView(random)
    const format = random.pick(['jpeg', 'jpeg', 'png', 'webp'] as const)
    const [encoding, encode] = random.pick(Object.entries(ENCODINGS[format]))
    const name = `${sample} ${view.name}, ${format} ${encoding}`
    const file = readFileSync(`${ROOT}/simulator/samples/${sample}.jpg`)
    const making = made.get(name) ?? encode(view.of(sharp(file)))
    made.set(name, making)
    return { name, format, bytes: await making }
  }
}
