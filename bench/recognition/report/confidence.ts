import type { Figure, Table } from '../../figures'
import { GOALS, SURE } from '../goals'
import { LEVELS } from '../pictures'
import type { Run } from '../run'
import { type Given, givenOf, sureOf, wrongOf } from './given'
import { percent, resultsOf, runsOf } from './select'

const EDGES = [0, 0.5, 0.7, 0.8, 0.9, SURE, 0.99, 1] as const

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

/** Fields of all upright levels. */
const measured = (runs: readonly Run[]): readonly Given[] =>
  LEVELS.flatMap((level) => givenOf(resultsOf(runsOf(runs, 'ours', level))))

/** Accuracy by confidence. */
export function tableConfidence(runs: readonly Run[]): Table {
  const given = measured(runs)
  const bins = EDGES.slice(1).map((to, i) => ({ from: EDGES[i] ?? 0, to, isLast: to === 1 }))
  return {
    title: 'ours by confidence, upright levels together',
    head: ['confidence', 'fields', 'not right', 'mean confidence', 'right'],
    rows: bins.map(({ from, to, isLast }) => rowOf(from, to, isLast, given)),
  }
}

export function figuresOfConfidence(runs: readonly Run[]): readonly Figure[] {
  const given = measured(runs)
  if (given.length === 0) return []
  const sure = sureOf(given)
  const share = (sure.length / given.length) * 100
  const wrong = sure.length === 0 ? 0 : (wrongOf(sure) / sure.length) * 100
  return [
    {
      name: `share of fields with confidence >= ${SURE}`,
      value: share,
      unit: '%',
      goal: `>= ${GOALS.sure} %`,
      reached: share >= GOALS.sure,
    },
    {
      name: `wrong fields with confidence >= ${SURE}`,
      value: wrong,
      unit: '%',
      goal: `<= ${GOALS.sureWrong} %`,
      reached: wrong <= GOALS.sureWrong,
    },
  ]
}
