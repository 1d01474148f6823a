import type { Size } from '../../../../miniprogram/image/size'
import type { Ink, Line } from './line'

/** Quantiles that are ink and paper. */
const [DARKEST, LIGHTEST] = [0.12, 0.9]
/** Share of the contrast by which ink is darker than paper. */
const DARK = 0.65
/** Of -1..1: red minus the mean of green and blue. */
const MIN_REDNESS = 0.35
/** Share of red ink in a line of a seal without black print under it. */
const MIN_RED_SHARE = 0.6
/** Every third row is sampled. */
const ROW_STEP = 3

/** Ink of each column of a line. `tensor`: planes B, G, R with `padded` px per row, values -1..1. */
export function inkOf(tensor: Float32Array, { width, height }: Size, padded: number): Ink[] {
  const plane = padded * height
  const rows = Math.ceil(height / ROW_STEP)
  const light = new Float32Array(width * rows)
  for (let row = 0; row < rows; row++) {
    for (let x = 0, at = row * ROW_STEP * padded; x < width; x++, at++) {
      light[row * width + x] = ((tensor[at] ?? 0) + (tensor[at + plane] ?? 0)) / 2
    }
  }
  const sorted = light.slice().sort()
  const [dark = 0, paper = 0] = [DARKEST, LIGHTEST].map((share) => sorted[Math.floor(sorted.length * share)])
  const threshold = paper - DARK * (paper - dark)
  return Array.from({ length: width }, (_, x) => {
    const ink = { all: 0, red: 0 }
    for (let row = 0; row < rows; row++) {
      const others = light[row * width + x] ?? 0
      if (others > threshold) continue
      ink.all += 1
      if ((tensor[row * ROW_STEP * padded + x + 2 * plane] ?? 0) - others > MIN_REDNESS) ink.red += 1
    }
    return ink
  })
}

export const sumOf = (inks: readonly (Ink | undefined)[]): Ink =>
  inks.reduce<Ink>((sum, ink) => ({ all: sum.all + (ink?.all ?? 0), red: sum.red + (ink?.red ?? 0) }), {
    all: 0,
    red: 0,
  })

/** Share (0..1) of a line's ink that is red. */
export function redness({ steps }: Pick<Line, 'steps'>): number {
  const { all, red } = sumOf(steps.map(({ ink }) => ink))
  return all === 0 ? 0 : red / all
}

/** Whether a line is printed in red, as in a seal. */
export const isRed = (line: Pick<Line, 'steps'>): boolean => redness(line) > MIN_RED_SHARE
