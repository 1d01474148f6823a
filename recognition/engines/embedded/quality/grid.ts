import { amplitudeSpectrum } from './fourier'
import { median } from '../../../../miniprogram/image/statistics'
import { luminanceAt } from '../../../../miniprogram/image/luminance'
import { type Quad, widthOf } from '../../../../miniprogram/image/quad'
import type { Picture } from '../pixels/picture'
import { pixelAt, pointIn } from './patch'

/** px of a window's side */
const SIDE = 64
const ACROSS = SIDE / 2 + 1
/** Waves in a window; fewer are shadows, strokes, and lines of print. */
const FEWEST = 8
/** Where on a page the windows lie, in shares of its sides. */
const PLACES = [0.2, 0.5, 0.8].flatMap((x) => [0.25, 0.75].map((y) => [x, y] as const))
const MIN_WINDOWS = 4
/** Waves of about one length: so many more in a window at most. */
const RING = 4
/** Below this, of 255, a wave is noise that happens to be even. */
const FAINT = 0.5

function windowAt(picture: Picture, card: Quad, across: number, down: number): Float32Array | undefined {
  const center = pointIn(card, across, down)
  const [left, top] = [Math.round(center.x - SIDE / 2), Math.round(center.y - SIDE / 2)]
  if (left < 0 || top < 0 || left + SIDE > picture.width || top + SIDE > picture.height) return undefined
  const values = new Float32Array(SIDE * SIDE)
  for (let i = 0; i < values.length; i++)
    values[i] = luminanceAt(picture.data, pixelAt(picture, left + (i % SIDE), top + Math.floor(i / SIDE)))
  return values
}

/** JPEG's blocks are a grid too, of 8 px. */
const BLOCK = SIDE / 8

/** Takes out what may be JPEG's blocks: waves straight across or down that fit them, and what of these leaks aside. */
function withoutBlocks(amplitudes: Float32Array): Float32Array {
  return amplitudes.map((amplitude, i) => {
    const [x, row] = [i % ACROSS, Math.floor(i / ACROSS)]
    const y = Math.min(row, SIDE - row)
    const fits = (waves: number): boolean => (waves + 1) % BLOCK <= 2
    return (y <= 1 && fits(x)) || (x <= 1 && fits(y)) ? 0 : amplitude
  })
}

/** The strongest of waves that are nearly alike: perspective makes the same grid finer where it is further away. */
function strongestNear(amplitudes: Float32Array): Float32Array {
  const across = amplitudes.map((amplitude, i) =>
    Math.max(amplitude, i % ACROSS > 0 ? (amplitudes[i - 1] ?? 0) : 0, amplitudes[i + 1] ?? 0),
  )
  return across.map((amplitude, i) => Math.max(amplitude, across[i - ACROSS] ?? 0, across[i + ACROSS] ?? 0))
}

/** Logarithms of how strong each wave is in all windows alike: what is in a few of them counts little. */
function everywhere(windows: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(SIDE * ACROSS)
  for (const amplitudes of windows)
    amplitudes.forEach((amplitude, i) => (sum[i] = (sum[i] ?? 0) + Math.log(amplitude + FAINT) / windows.length))
  return sum
}

/** Of a wave by its place: how many waves in a window it has, roughly. */
function ringOf(i: number): number {
  const row = Math.floor(i / ACROSS)
  return Math.floor(Math.hypot(i % ACROSS, Math.min(row, SIDE - row)) / RING)
}

const AROUND = [-RING, 0, RING].flatMap((down) => [-RING, 0, RING].map((across) => down * ACROSS + across))

/** How strong waves a little longer or shorter are, the second of eight: a shaken picture has a whole band of them. */
const besideOf = (strengths: Float32Array, i: number): number =>
  AROUND.filter((offset) => offset !== 0)
    .map((offset) => strengths[(i + offset + strengths.length) % strengths.length] ?? 0)
    .sort((a, b) => b - a)[1] ?? 0

/**
 * How much a wave that is everywhere on the largest page stands out from others of about its length: 1 is not at all.
 * The points of a screen make such waves; print is in one place, and guilloche goes in all directions.
 */
export function gridPeakRatio(picture: Picture, cards: readonly Quad[]): number {
  const card = [...cards].sort((a, b) => widthOf(b) - widthOf(a))[0]
  if (!card) return 1
  const windows = PLACES.flatMap(([across, down]) => {
    const values = windowAt(picture, card, across, down)
    return values ? [strongestNear(withoutBlocks(amplitudeSpectrum(values, SIDE)))] : []
  })
  if (windows.length < MIN_WINDOWS) return 1
  const strengths = everywhere(windows)
  const rings: number[][] = Array.from({ length: SIDE / 2 / RING }, () => [])
  strengths.forEach((strength, i) => rings[ringOf(i)]?.push(strength))
  const usual = rings.map(median)
  let most = 0
  strengths.forEach((strength, i) => {
    const ring = ringOf(i)
    if (ring * RING < FEWEST || ring >= rings.length) return
    const standing = strength - (usual[ring] ?? 0)
    if (standing > most) most = Math.max(most, Math.min(standing, strength - besideOf(strengths, i)))
  })
  return Math.exp(most)
}
