import type { Level } from './pictures'

/** A field given with this confidence or more is one that nobody need look at. */
export const SURE = 0.95

/** What the recognition should come to. */
export const GOALS = {
  /** %, at least, of the printed fields */
  right: { clean: 99.5, normal: 99, hard: 96, electronic: 95 } satisfies Readonly<Record<Level, number>>,
  /** points, at most, that a turned picture may lose beside the same one as it was */
  turnedPoints: 1,
  /** %, at most, of the fields given with `SURE` or more */
  sureWrong: 0.3,
  /** %, at least, of the fields given */
  sure: 70,
  /** points, at least, over the best peer */
  aheadPoints: 0,
  /** At most, of the fastest peer's time. */
  time: 0.5,
  /** MB, at most */
  peakMb: 900,
  /** At most: memory after many pictures over memory after a few. */
  growth: 1.1,
} as const
