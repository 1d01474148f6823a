import { type Figure, median, quantile, type Table } from '../../figures'
import type { EngineName } from '../engines/index'
import { GOALS } from '../goals'
import { type Level, LEVELS } from '../pictures'
import type { Run } from '../run'
import { sureCells } from './given'
import { accuracyOf, percent, resultsOf, runsOf, timesOf } from './select'

function rowOf(level: Level | 'specimens', engine: EngineName, runs: readonly Run[]): readonly string[] {
  const results = resultsOf(runs)
  const count = (verdict: string): number => results.filter((result) => result.verdict === verdict).length
  const outcomes = (kind: string): number => runs.filter(({ outcome }) => outcome.kind === kind).length
  const times = timesOf(runs)
  return [
    `${level}, ${engine}`,
    `${count('right')}/${results.length - count('invented')}`,
    percent(accuracyOf(runs)),
    String(count('wrong')),
    String(count('absent')),
    String(count('invented')),
    ...sureCells(results),
    `${outcomes('refused')}`,
    `${outcomes('failed')}`,
    median(times).toFixed(0),
    quantile(times, 0.95).toFixed(0),
  ]
}

/** All levels and engines. Nothing was read from a refused or failed picture. */
export function tableAccuracy(runs: readonly Run[], engines: readonly EngineName[]): Table {
  const rows = ([...LEVELS, 'specimens'] as const).flatMap((level) =>
    engines.flatMap((engine) => {
      const own = runsOf(runs, engine, level)
      return own.length > 0 ? [rowOf(level, engine, own)] : []
    }),
  )
  return {
    title: 'fields, exact match',
    head: [
      'level, engine',
      'right',
      '',
      'wrong',
      'absent',
      'invented',
      '>= 0.95',
      'wrong of these',
      'refused',
      'failed',
      'median ms',
      'p95 ms',
    ],
    rows,
  }
}

export function figuresOfAccuracy(runs: readonly Run[]): readonly Figure[] {
  return LEVELS.flatMap((level): Figure[] => {
    const own = runsOf(runs, 'ours', level)
    if (own.length === 0) return []
    const value = accuracyOf(own) * 100
    const goal = GOALS.right[level]
    return [{ name: `${level}: exact match`, value, unit: '%', goal: `>= ${goal} %`, reached: value >= goal }]
  })
}
