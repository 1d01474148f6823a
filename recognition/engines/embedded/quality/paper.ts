import { quantile } from '../../../../miniprogram/image/statistics'
import type { Surface } from './surface'

/** Luminance (0..255) of the paper. */
export const paperLuminance = ({ brightest }: Surface): number => quantile(brightest, 0.6)

/** How far the most colorful places are from the tint of the paper, in shares of its brightness. */
export function colorfulness({ red, green, blue }: Surface): number {
  const paper = [red, green, blue].map((channel) => Math.max(1, quantile(channel, 0.5)))
  const [r, g, b] = [paper[0] ?? 1, paper[1] ?? 1, paper[2] ?? 1]
  const spread = red.map((value, i) => {
    const [balancedGreen, balancedBlue] = [(green[i] ?? 0) / g, (blue[i] ?? 0) / b]
    return Math.max(value / r, balancedGreen, balancedBlue) - Math.min(value / r, balancedGreen, balancedBlue)
  })
  return quantile(spread, 0.98)
}
