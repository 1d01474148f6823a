import type { Quad } from '../../../../miniprogram/vehicle-license/recognition'
import { heightOf, widthOf } from '../pixels/geometry'

/** px; the height of what is printed large: values and Chinese labels, not the English under them. */
export function textHeight(lines: readonly Quad[]): number {
  const heights = lines.map(heightOf).sort((a, b) => a - b)
  return heights[Math.floor(heights.length * 0.7)] ?? 0
}

/** Lines less high than this share of the print are the English under the labels. */
const SMALL_PRINT = 0.62

/** The lines that are no small print. */
export function printOf(lines: readonly Quad[]): Quad[] {
  const print = textHeight(lines)
  return lines.filter((line) => heightOf(line) >= SMALL_PRINT * print)
}

/** A Chinese label is this many times as long as it is high, with or without a short value in the same line. */
const LABEL_ELONGATION = { least: 1.6, most: 9 }
/** So is a title, and higher than this share of the lines. */
const TITLE_ELONGATION = { least: 6, most: 15 }
const TITLE_RANK = 0.7

/** Lines that may be titles first, then those that may be labels. */
export function inOrderOfInterest(lines: readonly Quad[]): Quad[] {
  const heights = lines.map(heightOf).sort((a, b) => a - b)
  const high = heights[Math.floor(heights.length * TITLE_RANK)] ?? 0
  const interest = (line: Quad): number => {
    const elongation = widthOf(line) / heightOf(line)
    const within = ({ least, most }: { least: number; most: number }): boolean =>
      elongation >= least && elongation <= most
    if (heightOf(line) >= high && within(TITLE_ELONGATION)) return 2
    return within(LABEL_ELONGATION) ? 1 : 0
  }
  return [...lines].sort((a, b) => interest(b) - interest(a))
}
