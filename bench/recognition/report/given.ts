import type { FieldResult } from '../compare'
import { SURE } from '../goals'

/** A field that was read with a confidence. */
export interface Given {
  /** 0..1 */
  readonly confidence: number
  readonly isRight: boolean
}

/** Every field that was read with a confidence; an invented one is wrong. */
export const givenOf = (results: readonly FieldResult[]): readonly Given[] =>
  results.flatMap(({ read, confidence, verdict }) =>
    read === undefined || confidence === undefined ? [] : [{ confidence, isRight: verdict === 'right' }],
  )

export const sureOf = (given: readonly Given[]): readonly Given[] =>
  given.filter(({ confidence }) => confidence >= SURE)

export const wrongOf = (given: readonly Given[]): number => given.filter(({ isRight }) => !isRight).length

/** Cells: number of fields at `SURE` or above, and how many of them are wrong; `-` for engines without confidence. */
export function sureCells(results: readonly FieldResult[]): readonly [sure: string, wrong: string] {
  const given = givenOf(results)
  if (given.length === 0) return ['-', '-']
  const sure = sureOf(given)
  return [String(sure.length), String(wrongOf(sure))]
}
