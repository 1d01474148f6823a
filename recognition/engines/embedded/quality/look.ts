import { quantile } from './quantile'
import type { Surface } from './surface'

/** Luminance (0..255) of the paper. */
export const paperOf = ({ brightest }: Surface): number => quantile(brightest, 0.6)

/** Share of the pages that is white all over though their paper is not: no print is left there. */
export function whiteOf({ least, brightest }: Surface): number {
  const white = Math.max(LEAST_WHITE, quantile(brightest, 0.5) + ABOVE_PAPER)
  return least.filter((value) => value >= white).length / Math.max(1, least.length)
}

/** 0..255 */
const LEAST_WHITE = 244
const ABOVE_PAPER = 10

/** How far the most colorful places are from the tint of the paper, in shares of its brightness. */
export function colorOf({ red, green, blue }: Surface): number {
  const paper = [red, green, blue].map((channel) => Math.max(1, quantile(channel, 0.5)))
  const [r, g, b] = [paper[0] ?? 1, paper[1] ?? 1, paper[2] ?? 1]
  const spread = red.map((value, i) => {
    const [balancedGreen, balancedBlue] = [(green[i] ?? 0) / g, (blue[i] ?? 0) / b]
    return Math.max(value / r, balancedGreen, balancedBlue) - Math.min(value / r, balancedGreen, balancedBlue)
  })
  return quantile(spread, 0.98, 1)
}
