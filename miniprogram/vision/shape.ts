import { PAGE_MM } from '../vehicle-license/page-size'

const { width: WIDTH, height: HEIGHT } = PAGE_MM
/** mm between two pages that lie together */
const GAP = 4
/** Width to height of what is looked for: one page by itself, or both with little between them. */
export const SHAPES = {
  1: [WIDTH / HEIGHT, HEIGHT / WIDTH],
  2: [WIDTH / (2 * HEIGHT + GAP), (2 * WIDTH + GAP) / HEIGHT, HEIGHT / (2 * WIDTH + GAP)],
} as const
/** How far a shape may be off, seen from aside. */
const STRETCH = 1.27
/** Share of a page that must be in the frame where it is cut off. */
const LEAST_SEEN = 0.35

/** Whether a quad can be the card, or what is left of it where it is cut off. `slack` widens the bounds; 1 does not. */
export function isShaped(
  pages: 1 | 2,
  ratio: number,
  isCutAcross: boolean,
  isCutDown: boolean,
  slack: number,
): boolean {
  const narrow = (isCutAcross ? LEAST_SEEN : 1) / (STRETCH * slack)
  const wide = (isCutDown ? 1 / LEAST_SEEN : 1) * STRETCH * slack
  for (const shape of SHAPES[pages]) if (ratio > shape * narrow && ratio < shape * wide) return true
  return false
}

/** How much a quad is wider or higher than the card, 1 or more: that is how it looks from aside. */
export function stretchOf(pages: 1 | 2, ratio: number): number {
  let least = Infinity
  for (const shape of SHAPES[pages]) least = Math.min(least, ratio > shape ? ratio / shape : shape / ratio)
  return least
}
