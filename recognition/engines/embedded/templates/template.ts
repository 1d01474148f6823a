import { median } from '../../../../miniprogram/image/statistics'
import { IMAGE_WIDTH, PATCH } from './character-images'

/** Pixels with mean 0 and norm 1: the dot product of two is their normalized cross-correlation. */
type Patch = Float32Array

function patchOf(pixels: Float32Array, shift: number): Patch {
  const patch = new Float32Array(PATCH.width * PATCH.height)
  for (let y = 0; y < PATCH.height; y++) {
    const from = y * IMAGE_WIDTH + PATCH.search + shift
    patch.set(pixels.subarray(from, from + PATCH.width), y * PATCH.width)
  }
  return normalize(patch)
}

/** In place. */
function normalize(patch: Float32Array): Patch {
  let sum = 0
  for (const value of patch) sum += value
  const mean = sum / patch.length
  let square = 0
  for (const value of patch) square += (value - mean) ** 2
  const norm = Math.sqrt(square) || 1
  for (let i = 0; i < patch.length; i++) patch[i] = ((patch[i] ?? 0) - mean) / norm
  return patch
}

/** An image at every horizontal shift: the recognizer's position of a character is approximate. */
type Shifted = readonly Patch[]

const shiftsOf = (pixels: Float32Array): Shifted =>
  Array.from({ length: 2 * PATCH.search + 1 }, (_, i) => patchOf(pixels, i - PATCH.search))

interface Match {
  /** -1..1 */
  readonly correlation: number
  readonly patch: Patch
}

/** The shift that correlates best with a patch. */
function bestMatch(patch: Patch, shifted: Shifted): Match {
  let best: Match = { correlation: -1, patch }
  for (const candidate of shifted) {
    let correlation = 0
    for (let i = 0; i < patch.length; i++) correlation += (patch[i] ?? 0) * (candidate[i] ?? 0)
    if (correlation > best.correlation) best = { correlation, patch: candidate }
  }
  return best
}

const MIN_IMAGES = 2
const MAX_IMAGES = 12
/** Correlation below which an image shows another character, or one partly covered. */
const SAME = 0.6
const ROUNDS = 2
/** Minimum median and lower quartile of the correlations; with less uniform print, a distance means nothing. */
const [MIN_MEDIAN, MIN_QUARTILE] = [0.945, 0.845]

/** How a character is printed on this license. */
export interface Template {
  readonly patch: Patch
  /** -1..1: median correlation with the images that it is the mean of */
  readonly usual: number
}

const meanOf = (patches: readonly Patch[]): Patch =>
  normalize(
    Float32Array.from({ length: PATCH.width * PATCH.height }, (_, i) =>
      patches.reduce((sum, patch) => sum + (patch[i] ?? 0), 0),
    ),
  )

/** The mean of images of one character, robust against a few of another one. `undefined` if they differ too much. */
export function templateOf(images: readonly Float32Array[]): Template | undefined {
  const shifted = images.slice(0, MAX_IMAGES).map(shiftsOf)
  if (shifted.length < MIN_IMAGES) return undefined
  const correlations = (patch: Patch): number[] => shifted.map((one) => bestMatch(patch, one).correlation)
  // Starts with the image that correlates best with the others.
  let { patch } = shifted
    .map((one) => one[PATCH.search] ?? one[0])
    .filter((centered) => centered !== undefined)
    .map((centered) => ({ patch: centered, usual: median(correlations(centered)) ?? 0 }))
    .reduce((best, one) => (one.usual > best.usual ? one : best))
  for (let round = 0; round < ROUNDS; round++) {
    const same = shifted.map((one) => bestMatch(patch, one)).filter(({ correlation }) => correlation >= SAME)
    if (same.length < MIN_IMAGES) return undefined
    patch = meanOf(same.map((one) => one.patch))
  }
  const sorted = correlations(patch).sort((a, b) => a - b)
  const usual = median(sorted) ?? 0
  const quartile = sorted[Math.floor(sorted.length / 4)] ?? 0
  return usual >= MIN_MEDIAN && quartile >= MIN_QUARTILE ? { patch, usual } : undefined
}

/** How much less an image correlates with a template than the template's own images: about 0 for the same character. */
export const templateDistance = ({ patch, usual }: Template, pixels: Float32Array): number =>
  usual - bestMatch(patch, shiftsOf(pixels)).correlation
