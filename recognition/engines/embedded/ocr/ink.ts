import type { Size } from '../../../../miniprogram/image/size'
import type { Ink, Line } from './line'

/** Shares of a line's pixels that are surely ink, and below which all is paper. */
const [DARKEST, LIGHTEST] = [0.12, 0.9]
/** What is darker than paper by this share of their difference is ink. */
const DARK = 0.65
/** Of -1..1: red ink has so much more red than green and blue; black ink, and gray pictures, have none. */
const RED = 0.35
/** Share of the ink that is red, at least, where nothing is printed in black under a seal. */
const MOST = 0.6
/** Of the rows of a line, one in so many is looked at. */
const ROWS = 3

/** How much ink there is in each column of a line. `tensor`: planes B, G, R of `padded` px a row, values -1..1. */
export function inkOf(tensor: Float32Array, { width, height }: Size, padded: number): Ink[] {
  const plane = padded * height
  const rows = Math.ceil(height / ROWS)
  const light = new Float32Array(width * rows)
  for (let row = 0; row < rows; row++) {
    for (let x = 0, at = row * ROWS * padded; x < width; x++, at++) {
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
      if ((tensor[row * ROWS * padded + x + 2 * plane] ?? 0) - others > RED) ink.red += 1
    }
    return ink
  })
}

/** All of these together. */
export const sumOf = (inks: readonly (Ink | undefined)[]): Ink =>
  inks.reduce<Ink>((sum, ink) => ({ all: sum.all + (ink?.all ?? 0), red: sum.red + (ink?.red ?? 0) }), {
    all: 0,
    red: 0,
  })

/** Share (0..1) of the ink of a line, or a part of one, that is red. */
export function redness({ steps }: Pick<Line, 'steps'>): number {
  const { all, red } = sumOf(steps.map(({ ink }) => ink))
  return all === 0 ? 0 : red / all
}

/** Whether a line is printed in red, as seals are. */
export const isRed = (line: Pick<Line, 'steps'>): boolean => redness(line) > MOST
