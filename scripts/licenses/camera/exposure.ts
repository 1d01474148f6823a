import { luminanceAt } from '../../../miniprogram/image/luminance'
import type { Random } from '../random'

export interface Exposure {
  /** Standard deviation, 0..255. */
  readonly noise: number
  readonly gain: number
  /** Offset, 0..255. */
  readonly lift: number
  /** -1..1: positive is red, negative is blue. */
  readonly warmth: number
  readonly gray: boolean
  /** Factor; 1 keeps the contrast. */
  readonly contrast: number
}

const NOISE_LENGTH = 65_536

/** A table of roughly Gaussian noise. */
function noiseOf(random: Random, deviation: number): Int16Array {
  const noise = new Int16Array(NOISE_LENGTH)
  for (let i = 0; i < NOISE_LENGTH; i++) {
    const sum = random.next() + random.next() + random.next() + random.next() - 2
    noise[i] = Math.round(sum * Math.sqrt(3) * deviation)
  }
  return noise
}

/** Applies light, color and sensor noise to RGB pixels in place. */
export function expose(pixels: Uint8Array, settings: Exposure, random: Random): void {
  const { noise: deviation, gain, lift, warmth, gray, contrast } = settings
  const tables = [1 + warmth, 1, 1 - warmth].map((tint) =>
    Int16Array.from({ length: 256 }, (_, value) => Math.round(((value - 128) * contrast + 128) * tint * gain + lift)),
  )
  const [red, green, blue] = tables as [Int16Array, Int16Array, Int16Array]
  const noise = noiseOf(random, deviation)
  let state = random.int(1, 0x7fffffff)
  const clip = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : value)
  for (let i = 0; i + 2 < pixels.length; i += 3) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    let [r, g, b] = [pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0]
    if (gray) r = g = b = Math.round(luminanceAt(pixels, i))
    const common = (noise[state & 0xffff] ?? 0) | 0
    const own = gray ? common : 0
    pixels[i] = clip((red[r] ?? 0) + common)
    pixels[i + 1] = clip((green[g] ?? 0) + (gray ? own : (noise[(state >>> 8) & 0xffff] ?? 0)))
    pixels[i + 2] = clip((blue[b] ?? 0) + (gray ? own : (noise[(state >>> 16) & 0xffff] ?? 0)))
  }
}
