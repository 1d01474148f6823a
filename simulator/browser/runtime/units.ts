/**
 * Turns WeChat's units into the browser's. `rpx` is 1/750 of the screen's width; `vh` counts the page without its
 * navigation bar, which is the height of the page's container here.
 */
export const toBrowserUnits = (css: string): string =>
  css.replace(/(-?(?:\d+\.?\d*|\.\d+))(rpx|vh)\b/g, (_, count: string, unit: string) =>
    unit === 'rpx' ? `calc(var(--rpx) * ${count})` : `${count}cqh`,
  )
