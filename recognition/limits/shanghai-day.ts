/** China keeps UTC+8 all year. */
const OFFSET_MS = 8 * 60 * 60 * 1000

/** The day that WeChat counts a call on: `2026-11-22` in Asia/Shanghai. @param time - ms since 1970 UTC */
export const shanghaiDay = (time: number): string => new Date(time + OFFSET_MS).toISOString().slice(0, 10)
