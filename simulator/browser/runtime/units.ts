/**
 * Converts WeChat's CSS units. `rpx` is 1/750 of the screen's width, `vh` excludes the navigation bar (so it is 1 % of the
 * page's container), and the safe area is the simulated phone's.
 */
export const toBrowserUnits = (css: string): string =>
  css
    .replace(/(-?(?:\d+\.?\d*|\.\d+))(rpx|vh)\b/g, (_, count: string, unit: string) =>
      unit === 'rpx' ? `calc(var(--rpx) * ${count})` : `${count}cqh`,
    )
    .replace(/\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\b/g, 'var(--safe-$1')
