import { quantile } from '../../../../miniprogram/image/statistics'
import type { Surface } from './surface'

/** Luminance, 0..255. */
export const paperLuminance = ({ brightest }: Surface): number => quantile(brightest, 0.6)

/** How far the most colorful cells are from the tint of the paper, as a share of its brightness. */
export function colorfulness({ red, green, blue }: Surface): number {
  const whitePoint = [red, green, blue].map((channel) => Math.max(1, quantile(channel, 0.5)))
  const [r, g, b] = [whitePoint[0] ?? 1, whitePoint[1] ?? 1, whitePoint[2] ?? 1]
  const spread = red.map((value, i) => {
    const balanced = [value / r, (green[i] ?? 0) / g, (blue[i] ?? 0) / b]
    return Math.max(...balanced) - Math.min(...balanced)
  })
  return quantile(spread, 0.98)
}
