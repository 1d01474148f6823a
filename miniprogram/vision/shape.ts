/** Width to height of what is looked for: pages of 88 by 60 mm, one by itself, or both with little between them. */
const SHAPES = { 1: [88 / 60, 60 / 88], 2: [88 / 124, 180 / 60, 60 / 180] } as const
/** How far a shape may be off, seen from aside. */
const STRETCH = 1.27
/** Share of a page that must be in the frame where it is cut off. */
const LEAST_SEEN = 0.35

/** Whether a quad can be the card, or what is left of it where it is cut off. */
export function isShaped(pages: 1 | 2, ratio: number, isCutAcross: boolean, isCutDown: boolean): boolean {
  const [narrow, wide] = [isCutAcross ? LEAST_SEEN : 1, isCutDown ? 1 / LEAST_SEEN : 1]
  return SHAPES[pages].some((shape) => ratio > (shape / STRETCH) * narrow && ratio < shape * STRETCH * wide)
}

/** How much a quad is wider or higher than the card, 1 or more: that is how it looks from aside. */
export const stretchOf = (pages: 1 | 2, ratio: number): number =>
  Math.min(...SHAPES[pages].map((shape) => Math.max(ratio / shape, shape / ratio)))
