import { heightOf, type Quad, widthOf } from '../../../../miniprogram/image/quad'

/** Width over height. */
const aspectOf = (line: Quad): number => widthOf(line) / heightOf(line)

interface Range {
  readonly min: number
  readonly max: number
}

const isWithin = (value: number, { min, max }: Range): boolean => value >= min && value <= max

/** Height at a share (0..1) of the sorted heights. */
function heightAt(lines: readonly Quad[], share: number): number {
  const heights = lines.map(heightOf).sort((a, b) => a - b)
  return heights[Math.floor(heights.length * share)] ?? 0
}

/** Rank of the heights that is large print: values and Chinese labels, not the English under them. */
const LARGE_PRINT = 0.7
/** Aspect ratio of a line of several characters. */
const MIN_ASPECT = 1.4

/** px; the height of the large print. */
export function textHeight(lines: readonly Quad[]): number {
  const long = lines.filter((line) => aspectOf(line) > MIN_ASPECT)
  return heightAt(long.length > 0 ? long : lines, LARGE_PRINT)
}

/** Share of the text height below which a line is the English under a label. */
const SMALL_PRINT = 0.62
/** Aspect ratio above which a line is of another document; a license's longest, with its label, is shorter. */
const MAX_ASPECT = 26

/** Lines that may be a license's labels and values. */
export function mainLines(lines: readonly Quad[]): Quad[] {
  const height = textHeight(lines)
  return lines.filter((line) => heightOf(line) >= SMALL_PRINT * height && aspectOf(line) <= MAX_ASPECT)
}

/** Aspect ratio of a Chinese label, alone or with a short value. */
const LABEL_ASPECT: Range = { min: 1.6, max: 9 }
/** Aspect ratio of a title, which is in the upper 30% of the heights. */
const TITLE_ASPECT: Range = { min: 6, max: 15 }
const TITLE_RANK = 0.7

/** Multiples modulo 1 spread evenly over 0..1. */
const GOLDEN_RATIO = (Math.sqrt(5) - 1) / 2

/** Lines of a title's shape first, then those of a label's; within each, lines from all over the picture alternate. */
export function byInterest(lines: readonly Quad[]): Quad[] {
  const titleHeight = heightAt(lines, TITLE_RANK)
  const interestOf = (line: Quad): number => {
    const aspect = aspectOf(line)
    if (heightOf(line) >= titleHeight && isWithin(aspect, TITLE_ASPECT)) return 2
    return isWithin(aspect, LABEL_ASPECT) ? 1 : 0
  }
  const ranked = [...lines]
    .sort((a, b) => a[0].y - b[0].y)
    .map((line, i) => ({ line, interest: interestOf(line), turn: (i * GOLDEN_RATIO) % 1 }))
  return ranked.sort((a, b) => b.interest - a.interest || a.turn - b.turn).map(({ line }) => line)
}
