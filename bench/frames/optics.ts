import type { Random } from '../../scripts/licenses/random'
import { quantile } from '../figures'
import type { Picture } from './view'

export interface Glare {
  /** px */
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Added at the center, 0..255. */
  readonly light: number
}

export interface Optics {
  /** Standard deviation in px. */
  readonly blur: number
  /** Motion during the exposure in px. */
  readonly smear: { readonly x: number; readonly y: number }
  /** Factor applied after auto exposure. */
  readonly gain: number
  /** Standard deviation, 0..255. */
  readonly noise: number
  /** Remaining light at the dark side; its angle is in radians. */
  readonly falloff: number
  readonly lightAngle: number
  readonly glare: readonly Glare[]
}

/** Convolves with `taps`; clamps at the border. */
function spread(
  { width, height, pixels }: Picture,
  taps: readonly (readonly [x: number, y: number, weight: number])[],
) {
  const mixed = new Float32Array(pixels.length)
  const across = Int32Array.from({ length: width }, () => 0)
  for (const [dx, dy, weight] of taps) {
    for (let x = 0; x < width; x++) across[x] = 3 * Math.max(0, Math.min(width - 1, x + dx))
    for (let y = 0; y < height; y++) {
      const from = Math.max(0, Math.min(height - 1, y + dy)) * width * 3
      let to = y * width * 3
      for (let x = 0; x < width; x++) {
        const at = from + (across[x] ?? 0)
        mixed[to] = (mixed[to] ?? 0) + (pixels[at] ?? 0) * weight
        mixed[to + 1] = (mixed[to + 1] ?? 0) + (pixels[at + 1] ?? 0) * weight
        mixed[to + 2] = (mixed[to + 2] ?? 0) + (pixels[at + 2] ?? 0) * weight
        to += 3
      }
    }
  }
  return { width, height, pixels: mixed }
}

function gauss(picture: Picture, deviation: number): Picture {
  const reach = Math.ceil(2.5 * deviation)
  const raw = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * deviation ** 2)))
  const sum = raw.reduce((all, one) => all + one, 0)
  const taps = raw.map((weight, i) => [i - reach, weight / sum] as const)
  const level = spread(
    picture,
    taps.map(([d, weight]) => [d, 0, weight] as const),
  )
  return spread(
    level,
    taps.map(([d, weight]) => [0, d, weight] as const),
  )
}

function smear(picture: Picture, { x, y }: Optics['smear']): Picture {
  const count = Math.ceil(Math.hypot(x, y))
  if (count < 2) return picture
  const taps = Array.from({ length: count }, (_, i) => {
    const share = i / (count - 1) - 0.5
    return [Math.round(x * share), Math.round(y * share), 1 / count] as const
  })
  return spread(picture, taps)
}

/** Limits of the auto exposure gain. */
const MIN_GAIN = 0.8
const MAX_GAIN = 1.8
/** Targets of the auto exposure, 0..255. */
const MEAN = 135
const HIGHLIGHT = 232
const HIGHLIGHT_SHARE = 0.02

/** Gain of the auto exposure, metered on the center of the frame. */
function exposureOf({ width, height, pixels }: Picture): number {
  const samples: number[] = []
  for (let y = height >> 3; y < height - (height >> 3); y += 4) {
    for (let x = width >> 3; x < width - (width >> 3); x += 4) samples.push(pixels[(y * width + x) * 3 + 1] ?? 0)
  }
  const mean = samples.reduce((sum, one) => sum + one, 0) / samples.length
  const highlight = quantile(samples, 1 - HIGHLIGHT_SHARE)
  return Math.max(MIN_GAIN, Math.min(MAX_GAIN, MEAN / mean, HIGHLIGHT / highlight))
}

const NOISE_LENGTH = 1 << 16

function noiseOf(random: Random, deviation: number): Float32Array {
  return Float32Array.from(
    { length: NOISE_LENGTH },
    () => (random.next() + random.next() + random.next() + random.next() - 2) * Math.sqrt(3) * deviation,
  )
}

/** Applies the optics; returns RGBA. */
export function develop(seen: Picture, optics: Optics, random: Random): Uint8Array {
  const { width, height } = seen
  const moved = smear(seen, optics.smear)
  const { pixels } = optics.blur > 0.25 ? gauss(moved, optics.blur) : moved
  const exposure = exposureOf(seen)
  const gain = exposure * optics.gain
  const noise = noiseOf(random, optics.noise)
  const [lightX, lightY] = [Math.cos(optics.lightAngle) / width, Math.sin(optics.lightAngle) / height]
  let state = random.int(1, 0x7fffffff)
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const across = (x - width / 2) * lightX + (y - height / 2) * lightY
      const light = gain * (1 - (1 - optics.falloff) * (0.5 + Math.max(-0.5, Math.min(0.5, across))))
      let extra = 0
      for (const { x: cx, y: cy, radius, light } of optics.glare) {
        const distance = Math.hypot(x - cx, y - cy) / radius
        if (distance < 2) extra += light * Math.exp(-(distance ** 4))
      }
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      const at = (y * width + x) * 3
      const to = (y * width + x) * 4
      for (let c = 0; c < 3; c++) {
        const value = (pixels[at + c] ?? 0) * light + extra + (noise[(state >>> (5 * c)) & (NOISE_LENGTH - 1)] ?? 0)
        data[to + c] = value < 0 ? 0 : value > 255 ? 255 : value
      }
      data[to + 3] = 255
    }
  }
  return data
}
