import { heightOf, type Quad, widthOf } from '../../../../miniprogram/image/quad'

const elongationOf = (line: Quad): number => widthOf(line) / heightOf(line)

/** What is less long than this is a character or none. */
const MIN_ELONGATION = 1.4

/** px; the height of what is printed large: values and Chinese labels, not the English under them. */
export function textHeight(lines: readonly Quad[]): number {
  const long = lines.filter((line) => elongationOf(line) > MIN_ELONGATION)
  const heights = (long.length > 0 ? long : lines).map(heightOf).sort((a, b) => a - b)
  return heights[Math.floor(heights.length * 0.7)] ?? 0
}

/** Lines less high than this share of the print are the English under the labels. */
const SMALL_PRINT = 0.62

/** Lines this long run across a page of another paper: a license's longest, in one row with its label, is shorter. */
const MAX_ELONGATION = 26

/** The lines that are no small print, and may be a license's. */
export function mainLines(lines: readonly Quad[]): Quad[] {
  const print = textHeight(lines)
  return lines.filter((line) => heightOf(line) >= SMALL_PRINT * print && elongationOf(line) <= MAX_ELONGATION)
}

/** A Chinese label is this many times as long as it is high, with or without a short value in the same line. */
const LABEL_ELONGATION = { least: 1.6, most: 9 }
/** So is a title, and higher than this share of the lines. */
const TITLE_ELONGATION = { least: 6, most: 15 }
const TITLE_RANK = 0.7

/** Lines spread evenly over those before and behind them: a multiple of it, without its whole part, never recurs. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** Lines that may be titles first, then those that may be labels; of each from all over the picture, not one corner. */
export function byInterest(lines: readonly Quad[]): Quad[] {
  const heights = lines.map(heightOf).sort((a, b) => a - b)
  const high = heights[Math.floor(heights.length * TITLE_RANK)] ?? 0
  const interest = (line: Quad): number => {
    const elongation = elongationOf(line)
    const within = ({ least, most }: { least: number; most: number }): boolean =>
      elongation >= least && elongation <= most
    if (heightOf(line) >= high && within(TITLE_ELONGATION)) return 2
    return within(LABEL_ELONGATION) ? 1 : 0
  }
  const ranked = [...lines]
    .sort((a, b) => a[0].y - b[0].y)
    .map((line, i) => ({ line, interest: interest(line), turn: (i * GOLDEN) % 1 }))
  return ranked.sort((a, b) => b.interest - a.interest || a.turn - b.turn).map(({ line }) => line)
}
