import { PAGE_MM } from '../../vehicle-license/page-size'

const { width: WIDTH, height: HEIGHT } = PAGE_MM
/** Between two pages that lie together, mm */
const GAP_MM = 4
/** Width to height of one page, or of both with a gap, lying any way. */
export const ASPECTS = {
  1: [WIDTH / HEIGHT, HEIGHT / WIDTH],
  2: [WIDTH / (2 * HEIGHT + GAP_MM), (2 * WIDTH + GAP_MM) / HEIGHT, HEIGHT / (2 * WIDTH + GAP_MM)],
} as const
/** How much perspective may stretch an aspect ratio. */
const MAX_STRETCH = 1.27
/** Share of a page that is visible, at least, where it is cut off. */
const MIN_VISIBLE = 0.35

/**
 * Whether a quad may be the card, or the visible part of it.
 *
 * @param slack widens the bounds; 1 does not
 */
export function fitsAspect(
  pages: 1 | 2,
  ratio: number,
  isCutAcross: boolean,
  isCutDown: boolean,
  slack: number,
): boolean {
  const min = (isCutAcross ? MIN_VISIBLE : 1) / (MAX_STRETCH * slack)
  const max = (isCutDown ? 1 / MIN_VISIBLE : 1) * MAX_STRETCH * slack
  for (const aspect of ASPECTS[pages]) if (ratio > aspect * min && ratio < aspect * max) return true
  return false
}

/** How much perspective stretches the card, each way; 1 or more */
export function stretchOf(pages: 1 | 2, ratio: number): number {
  let min = Infinity
  for (const aspect of ASPECTS[pages]) min = Math.min(min, ratio > aspect ? ratio / aspect : aspect / ratio)
  return min
}
