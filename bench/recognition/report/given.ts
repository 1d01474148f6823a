import type { FieldResult } from '../compare'
import { SURE } from '../goals'

/** A field that was given with a confidence. */
export interface Given {
  /** 0..1 */
  readonly confidence: number
  readonly isRight: boolean
}

/** Every field that was given with a confidence; an invented one is wrong. */
export const givenOf = (results: readonly FieldResult[]): readonly Given[] =>
  results.flatMap(({ read, confidence, verdict }) =>
    read === undefined || confidence === undefined ? [] : [{ confidence, isRight: verdict === 'right' }],
  )

export const sureOf = (given: readonly Given[]): readonly Given[] =>
  given.filter(({ confidence }) => confidence >= SURE)

export const wrongOf = (given: readonly Given[]): number => given.filter(({ isRight }) => !isRight).length

/** How many were given as sure and how many of these are wrong, as cells; nothing of an engine that is never sure. */
export function sureCells(results: readonly FieldResult[]): readonly [sure: string, wrong: string] {
  const given = givenOf(results)
  if (given.length === 0) return ['-', '-']
  const sure = sureOf(given)
  return [String(sure.length), String(wrongOf(sure))]
}
