import { type FieldResult, shareRight } from '../compare'
import type { EngineName } from '../engines/index'
import type { Level } from '../pictures'
import type { Run } from '../run'

/** Percent, with what it takes to tell 99.8 from 99.75. */
export const percent = (share: number): string => `${(share * 100).toFixed(2)} %`

export const resultsOf = (runs: readonly Run[]): readonly FieldResult[] => runs.flatMap(({ results }) => results)

export const accuracyOf = (runs: readonly Run[]): number => shareRight(resultsOf(runs))

/** Upright pictures of a level, of one engine. */
export const runsOf = (runs: readonly Run[], engine: EngineName, level: Level | 'specimens'): readonly Run[] =>
  runs.filter(({ engine: by, set }) => by === engine && set.level === level && !('turn' in set && set.turn))

/** What an engine took for each picture that did not end its process. */
export const timesOf = (runs: readonly Run[]): readonly number[] =>
  runs.map(({ ms }) => ms).filter((ms) => Number.isFinite(ms))
