/**
 * Turns WeChat's units into the browser's. `rpx` is 1/750 of the screen's width; `vh` counts the page without its
 * navigation bar, which is the height of the page's container here; the safe area is that of the drawn phone.
 */
export const toBrowserUnits = (css: string): string =>
  css
    .replace(/(-?(?:\d+\.?\d*|\.\d+))(rpx|vh)\b/g, (_, count: string, unit: string) =>
      unit === 'rpx' ? `calc(var(--rpx) * ${count})` : `${count}cqh`,
    )
    .replace(/\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\b/g, 'var(--safe-$1')
