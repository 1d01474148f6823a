import { type Corners, isFirstSide, sideEnd, sideStart } from '../quad/corners'
import type { Scan } from '../grid/scan'
import { isText } from '../grid/text'

/** Cells from the border where there is paper, and how much its luminance may differ from the rest of the page. */
const PAPER_DEPTHS = [2, 4] as const
const PAPER_TOLERANCE = 0.22
/** Cells from the border where text is counted, deeper than a margin, and the share of them that must have text. */
const TEXT_DEPTHS = [3, 5, 7, 9, 11] as const
const FULL_TEXT_SHARE = 0.15

/**
 * Confidence that a page continues past the border: its paper reaches the border, with text.
 *
 * @param scan along the side
 * @param side 0: top, 1: right, 2: bottom, 3: left
 * @param paper luminance of the page's paper
 * @returns 0..1
 */
export function continuationOf(scan: Scan, corners: Corners, side: number, paper: number): number {
  const { length, width, along, across } = scan
  const { luma, contrast } = scan.grid
  const isFirst = isFirstSide(side)
  const start = isFirst ? 0 : (width - 1) * across
  const inwards = isFirst ? across : -across
  const first = Math.max(0, Math.round(sideStart(corners, side)))
  const last = Math.min(length, Math.round(sideEnd(corners, side)))
  if (last <= first) return 0
  let [paperCells, textCells] = [0, 0]
  for (let i = first; i < last; i++) {
    const at = start + i * along
    const lightest = Math.max(luma[at + PAPER_DEPTHS[0] * inwards] ?? 0, luma[at + PAPER_DEPTHS[1] * inwards] ?? 0)
    if (Math.abs(lightest - paper) < PAPER_TOLERANCE * paper) paperCells++
    for (const depth of TEXT_DEPTHS) if (isText(contrast[at + depth * inwards] ?? 0, paper)) textCells++
  }
  const count = last - first
  return (paperCells / count) * Math.min(1, textCells / (count * TEXT_DEPTHS.length * FULL_TEXT_SHARE))
}
