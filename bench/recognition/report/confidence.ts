import type { Figure, Table } from '../../figures'
import type { FieldResult } from '../compare'
import type { Run } from '../run'
import { GRADES, percent, resultsOf, runsOf } from './select'

const SURE = 0.95
/** What may be wrong of the fields that are given as sure. */
const GOAL_PERCENT = 1
const EDGES = [0, 0.5, 0.7, 0.8, 0.9, SURE, 0.99, 1] as const

interface Given {
  readonly confidence: number
  readonly isRight: boolean
}

/** Every field that was given with a confidence; an invented one is wrong. */
const givenOf = (results: readonly FieldResult[]): readonly Given[] =>
  results.flatMap(({ read, confidence, verdict }) =>
    read === undefined || confidence === undefined ? [] : [{ confidence, isRight: verdict === 'right' }],
  )

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function rowOf(from: number, to: number, isLast: boolean, given: readonly Given[]): readonly string[] {
  const own = given.filter(({ confidence }) => confidence >= from && (confidence < to || isLast))
  const right = own.filter(({ isRight }) => isRight).length
  const wrong = own.length - right
  const name = `${from} to ${to}`
  if (own.length === 0) return [name, '0', '0', '-', '-']
  return [
    name,
    String(own.length),
    String(wrong),
    percent(mean(own.map((one) => one.confidence))),
    percent(right / own.length),
  ]
}

/** All upright levels. */
const measured = (runs: readonly Run[]): readonly Given[] =>
  GRADES.flatMap((level) => givenOf(resultsOf(runsOf(runs, 'ours', level))))

/** How often a field is right that was given with a confidence of this or that height. */
export function tableConfidence(runs: readonly Run[]): Table {
  const given = measured(runs)
  const bins = EDGES.slice(1).map((to, i) => ({ from: EDGES[i] ?? 0, to, isLast: to === 1 }))
  return {
    title: 'ours by confidence, upright levels together',
    head: ['confidence', 'given', 'not right', 'on average', 'right'],
    rows: bins.map(({ from, to, isLast }) => rowOf(from, to, isLast, given)),
  }
}

export function figuresOfConfidence(runs: readonly Run[]): readonly Figure[] {
  const given = measured(runs)
  const sure = given.filter(({ confidence }) => confidence >= SURE)
  if (given.length === 0) return []
  const wrongPercent = sure.length === 0 ? 0 : (sure.filter(({ isRight }) => !isRight).length / sure.length) * 100
  return [
    { name: `given with ${SURE} or more, of all given`, value: (sure.length / given.length) * 100, unit: '%' },
    {
      name: `wrong, of those given with ${SURE} or more`,
      value: wrongPercent,
      unit: '%',
      goal: `<= ${GOAL_PERCENT} %`,
      reached: wrongPercent <= GOAL_PERCENT,
    },
  ]
}
