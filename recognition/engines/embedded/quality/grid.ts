import { median } from '../../../../miniprogram/image/statistics'
import { luminanceAt } from '../../../../miniprogram/image/luminance'
import { type Quad, widthOf } from '../../../../miniprogram/image/quad'
import type { Picture } from '../pixels/picture'
import { amplitudeSpectrum } from './fourier'
import { pixelAt, pointIn } from './patch'

/** px of a window's side */
const SIDE = 64
const ACROSS = SIDE / 2 + 1
/** Cycles per window; lower frequencies are shadows, strokes and lines of print. */
const MIN_FREQUENCY = 8
/** Centers of the windows, as shares of a page's sides. */
const CENTERS = [0.2, 0.5, 0.8].flatMap((x) => [0.25, 0.75].map((y) => [x, y] as const))
const MIN_WINDOWS = 4
/** Cycles per window: width of a ring of similar frequencies. */
const RING = 4
/** Of 255: added to every amplitude, so that regular noise does not count. */
const NOISE = 0.5

function windowAt(picture: Picture, card: Quad, across: number, down: number): Float32Array | undefined {
  const center = pointIn(card, across, down)
  const [left, top] = [Math.round(center.x - SIDE / 2), Math.round(center.y - SIDE / 2)]
  if (left < 0 || top < 0 || left + SIDE > picture.width || top + SIDE > picture.height) return undefined
  const values = new Float32Array(SIDE * SIDE)
  for (let i = 0; i < values.length; i++)
    values[i] = luminanceAt(picture.data, pixelAt(picture, left + (i % SIDE), top + Math.floor(i / SIDE)))
  return values
}

/** Cycles per window of JPEG's blocks of 8 px, which are a grid too. */
const BLOCKS = SIDE / 8

/** Removes horizontal and vertical multiples of the block frequency, with their spectral leakage. */
function withoutBlocks(amplitudes: Float32Array): Float32Array {
  return amplitudes.map((amplitude, i) => {
    const [x, row] = [i % ACROSS, Math.floor(i / ACROSS)]
    const y = Math.min(row, SIDE - row)
    const isBlock = (frequency: number): boolean => (frequency + 1) % BLOCKS <= 2
    return (y <= 1 && isBlock(x)) || (x <= 1 && isBlock(y)) ? 0 : amplitude
  })
}

/** Maximum over neighboring frequencies: perspective shifts the frequency of one grid between windows. */
function dilate(amplitudes: Float32Array): Float32Array {
  const across = amplitudes.map((amplitude, i) =>
    Math.max(amplitude, i % ACROSS > 0 ? (amplitudes[i - 1] ?? 0) : 0, amplitudes[i + 1] ?? 0),
  )
  return across.map((amplitude, i) => Math.max(amplitude, across[i - ACROSS] ?? 0, across[i + ACROSS] ?? 0))
}

/** Mean log-amplitude over the windows, which a frequency in a few of them hardly raises. */
function meanLog(windows: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(SIDE * ACROSS)
  for (const amplitudes of windows)
    amplitudes.forEach((amplitude, i) => (sum[i] = (sum[i] ?? 0) + Math.log(amplitude + NOISE) / windows.length))
  return sum
}

/** Ring of the frequency at an index of the spectrum. */
function ringOf(i: number): number {
  const row = Math.floor(i / ACROSS)
  return Math.floor(Math.hypot(i % ACROSS, Math.min(row, SIDE - row)) / RING)
}

const NEIGHBORS = [-RING, 0, RING]
  .flatMap((down) => [-RING, 0, RING].map((across) => down * ACROSS + across))
  .filter((offset) => offset !== 0)

/** Second highest of the eight neighbors one ring away: motion blur gives a whole band, not a peak. */
const neighborOf = (spectrum: Float32Array, i: number): number =>
  NEIGHBORS.map((offset) => spectrum[(i + offset + spectrum.length) % spectrum.length] ?? 0).sort((a, b) => b - a)[1] ??
  0

/**
 * Peak-to-neighbor ratio of the strongest frequency that is all over the largest page; 1 without a peak. The pixels of
 * a screen make such a peak. Print is local, and guilloche has all directions.
 */
export function gridPeakRatio(picture: Picture, cards: readonly Quad[]): number {
  const card = [...cards].sort((a, b) => widthOf(b) - widthOf(a))[0]
  if (!card) return 1
  const windows = CENTERS.flatMap(([across, down]) => {
    const values = windowAt(picture, card, across, down)
    return values ? [dilate(withoutBlocks(amplitudeSpectrum(values, SIDE)))] : []
  })
  if (windows.length < MIN_WINDOWS) return 1
  const spectrum = meanLog(windows)
  const rings: number[][] = Array.from({ length: SIDE / 2 / RING }, () => [])
  spectrum.forEach((log, i) => rings[ringOf(i)]?.push(log))
  const medians = rings.map(median)
  let peak = 0
  spectrum.forEach((log, i) => {
    const ring = ringOf(i)
    if (ring * RING < MIN_FREQUENCY || ring >= rings.length) return
    const height = log - (medians[ring] ?? 0)
    if (height > peak) peak = Math.max(peak, Math.min(height, log - neighborOf(spectrum, i)))
  })
  return Math.exp(peak)
}
