import { type FieldResult, shareRight } from '../compare'
import type { EngineName } from '../engines/index'
import type { Level } from '../pictures'
import type { Run } from '../run'

export const percent = (share: number): string => `${(share * 100).toFixed(2)} %`

export const resultsOf = (runs: readonly Run[]): readonly FieldResult[] => runs.flatMap(({ results }) => results)

export const accuracyOf = (runs: readonly Run[]): number => shareRight(resultsOf(runs))

/** Runs of one engine on the upright pictures of a level. */
export const runsOf = (runs: readonly Run[], engine: EngineName, level: Level | 'specimens'): readonly Run[] =>
  runs.filter(({ engine: by, set }) => by === engine && set.level === level && !('turn' in set && set.turn))

/** Times of all pictures that did not crash the engine. */
export const timesOf = (runs: readonly Run[]): readonly number[] =>
  runs.map(({ ms }) => ms).filter((ms) => Number.isFinite(ms))
