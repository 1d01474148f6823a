import type { Random } from '../../scripts/licenses/random'
import { quantile } from '../figures'
import type { Picture } from './view'

export interface Glare {
  /** px */
  readonly x: number
  readonly y: number
  readonly radius: number
  /** Light that is added in the middle, of 255 */
  readonly light: number
}

export interface Optics {
  /** px: standard deviation of the blur */
  readonly blur: number
  /** px that the picture moves by while the shutter is open */
  readonly smear: { readonly x: number; readonly y: number }
  /** Factor of the light after the camera has set its exposure */
  readonly gain: number
  /** Standard deviation, of 255 */
  readonly noise: number
  /** The light falls off to this share towards one side, at an angle in radians */
  readonly falloff: number
  readonly lightAngle: number
  readonly glare: readonly Glare[]
}

/** Averages each pixel with those at `taps` places beside it; at the border with the last there is. */
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

/** No camera makes a white page gray, nor day of night, */
const DIMMEST = 0.8
const LIGHTEST = 1.8
/** and hardly any burns out more than a little of what it sees. */
const MEAN = 135
const HIGHLIGHT = 232
const HIGHLIGHT_SHARE = 0.02

/** What the camera makes of the light by itself. The middle of the frame is what it goes by. */
function exposureOf({ width, height, pixels }: Picture): number {
  const seen: number[] = []
  for (let y = height >> 3; y < height - (height >> 3); y += 4) {
    for (let x = width >> 3; x < width - (width >> 3); x += 4) seen.push(pixels[(y * width + x) * 3 + 1] ?? 0)
  }
  const mean = seen.reduce((sum, one) => sum + one, 0) / seen.length
  const highlight = quantile(seen, 1 - HIGHLIGHT_SHARE)
  return Math.max(DIMMEST, Math.min(LIGHTEST, MEAN / mean, HIGHLIGHT / highlight))
}

const NOISE_LENGTH = 1 << 16

function noiseOf(random: Random, deviation: number): Float32Array {
  return Float32Array.from(
    { length: NOISE_LENGTH },
    () => (random.next() + random.next() + random.next() + random.next() - 2) * Math.sqrt(3) * deviation,
  )
}

/** A frame as the camera brings it: RGBA. */
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
