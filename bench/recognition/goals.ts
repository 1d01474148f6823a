import type { Level } from './pictures'

/** A field with at least this confidence needs no review. */
export const SURE = 0.95

export const GOALS = {
  /** Min % of the printed fields. */
  right: { clean: 99.5, normal: 99, hard: 96, electronic: 95 } satisfies Readonly<Record<Level, number>>,
  /** Max loss of a rotated picture in percentage points. */
  turnedPoints: 1,
  /** Max % of wrong fields among those at `SURE` or above. */
  sureWrong: 0.3,
  /** Min % of fields at `SURE` or above. */
  sure: 70,
  /** Min lead over the best peer in percentage points. */
  aheadPoints: 0,
  /** Max time relative to the fastest peer. */
  time: 0.5,
  /** Max MB. */
  peakMb: 900,
  /** Max ratio of memory after many pictures to memory after a few. */
  growth: 1.1,
} as const
